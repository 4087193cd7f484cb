"""The order of a conversation with a client, as the protocol has it."""

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
    """A request that is well formed, and refused; its message says why."""

    CODE = types.LSPErrorCodes.RequestFailed.value


class Protocol(LanguageServerProtocol):
    """
    What pygls has of the protocol, and what it leaves out: every request is answered.

    *status* is what the process is to end with.
    """

    status = 0

    def structure_message(self, data: dict[str, Any]) -> object:
        """Return the message that *data* is; None where it was answered, for it is no request."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" not in data or not isinstance(number, int | str):
                raise
            self._send_response(number, error=error.to_response_error())
            return None

    def handle_message(self, message: RPCMessage | None) -> None:
        """Let *message* be answered, or refuse it where its time is not now."""
        if message is None:
            return
        method = getattr(message, "method", None)
        if method == types.EXIT:
            self.status = 0 if self._shutdown else 1
        error = self._untimely(method)
        if error is None:
            super().handle_message(message)
        elif isinstance(message, RPCRequest):
            self._send_response(message.id, error=error.to_response_error())

    def _untimely(self, method: str | None) -> JsonRpcException | None:
        """Return what is wrong with the time of *method*, which is None in an answer."""
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
        # pygls would log it as a failure of ours.
        self._request_futures.pop(msg_id, None)
        self._send_response(msg_id, error=error.to_response_error())
