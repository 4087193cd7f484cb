"""Protocol of the server: answer every request, in each state of its life cycle."""

from concurrent.futures import Future
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage, RPCRequest


class RequestRefused(JsonRpcException):
    """Well-formed request that is refused; the message gives the reason."""

    CODE = types.LSPErrorCodes.RequestFailed.value


class Protocol(LanguageServerProtocol):
    """
    The protocol of pygls, extended so that every request is answered.

    *status* is the exit status of the process.
    """

    status = 0

    def structure_message(self, data: dict[str, Any]) -> object:
        """Return the message in *data*, None if it is invalid and was answered."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            request_id = data.get("id")
            if "method" not in data or not isinstance(request_id, int | str):
                raise
            self._send_response(request_id, error=error.to_response_error())
            return None

    def handle_message(self, message: RPCMessage | None) -> None:
        """Handle *message*, or refuse it if it is not allowed in the current state."""
        if message is None:
            return
        method = getattr(message, "method", None)
        if method == types.EXIT:
            self.status = 0 if self._shutdown else 1
        error = self._check_state(method)
        if error is None:
            super().handle_message(message)
        elif isinstance(message, RPCRequest):
            self._send_response(message.id, error=error.to_response_error())

    def _check_state(self, method: str | None) -> JsonRpcException | None:
        """Return the error if *method* is not allowed now; it is None in a response."""
        if method in (None, types.EXIT):
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("the server is shut down")
        if self._workspace is None and method != types.INITIALIZE:
            return JsonRpcServerNotInitialized("the server is not initialized")
        if self._workspace is not None and method == types.INITIALIZE:
            return JsonRpcInvalidRequest("the server is initialized")
        return None

    def _send_handler_result(self, future: Future[Any], *, msg_id: int | str) -> None:
        error = None if future.cancelled() else future.exception()
        if not isinstance(error, RequestRefused):
            super()._send_handler_result(future, msg_id=msg_id)
            return
        # pygls would log it as an error of the server.
        self._request_futures.pop(msg_id, None)
        self._send_response(msg_id, error=error.to_response_error())
