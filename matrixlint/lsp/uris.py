"""Convert URIs of documents to paths of files."""

import os
from urllib.parse import urlsplit
from urllib.request import url2pathname


def uri_to_path(uri: str) -> str | None:
    """Return the path of the file *uri*, None if it is not a local file."""
    try:
        parts = urlsplit(uri)
        found = url2pathname(parts.path)
    except ValueError:
        return None
    is_local = parts.scheme == "file" and parts.netloc in ("", "localhost")
    if not is_local or not os.path.isabs(found) or "\0" in found:
        return None
    return found
