"""What carries requests to the web, which is simulated (`_web`)."""

import _web
import datetime
import time
from requests.exceptions import ConnectionError, MaxRetryError, ProtocolError, ReadTimeout, ReadTimeoutError
from requests.models import Response
from urllib.parse import urlsplit

__atomic__ = True

DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0


class HTTPAdapter:
    """Carries requests. Connections are as many as are needed."""

    def __init__(self, pool_connections=10, pool_maxsize=10, max_retries=0, pool_block=False):
        self.max_retries = max_retries

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """The answer to a request."""
        limit = _limit(timeout)
        parts = urlsplit(request.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        place = f"{'HTTPS' if parts.scheme == 'https' else 'HTTP'}Connection{{}}(host={parts.hostname!r}, port={port})"
        headers = {"host": parts.netloc, **dict(request.headers.lower_items())}
        began = time.perf_counter()
        try:
            answer = _web.fetch(
                request.method, parts.hostname, port, request.path_url, headers, request.body_bytes(), limit
            )
        except _web.Refused:
            reason = "NewConnectionError", "Failed to establish a new connection: [Errno 111] Connection refused"
            raise _no_connection(request, place, *reason) from None
        except _web.NoSuchHost:
            reason = f"Failed to resolve {parts.hostname!r} ([Errno -2] Name or service not known)"
            raise _no_connection(request, place, "NameResolutionError", reason) from None
        except _web.TimedOut:
            message = f"{place.format('Pool')}: Read timed out. (read timeout={limit})"
            raise ReadTimeout(ReadTimeoutError(message), request=request) from None
        except _web.Disconnected:
            from http.client import RemoteDisconnected

            cause = RemoteDisconnected("Remote end closed connection without response")
            raise ConnectionError(ProtocolError("Connection aborted.", cause), request=request) from None
        response = Response()
        response.fill(answer, request)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - began)
        return response

    def close(self):
        """Nothing is left to be closed."""


def _no_connection(request, place, kind, reason):
    cause = f'{kind}("{place.format("")}: {reason}")'
    message = f"{place.format('Pool')}: Max retries exceeded with url: {request.path_url} (Caused by {cause})"
    return ConnectionError(MaxRetryError(message), request=request)


def _limit(timeout):
    """How long to wait for an answer, in seconds; None for as long as it takes."""
    connect, read = timeout if isinstance(timeout, tuple) else (timeout, timeout)
    for name, value in (("connect", connect), ("read", read)):
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"Timeout value {name} was {value}, but it must be an int, float or None.")
        if value <= 0:
            raise ValueError(
                f"Attempted to set {name} timeout to {value}, but the timeout cannot be set to a value "
                "less than or equal to 0."
            )
    return read
