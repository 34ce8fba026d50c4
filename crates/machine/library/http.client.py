"""Answers of the web as `urllib` gives them."""

import http
import io

__atomic__ = True
__all__ = (
    "HTTPResponse", "HTTPMessage", "HTTPException", "InvalidURL", "IncompleteRead", "BadStatusLine",
    "RemoteDisconnected", "responses",
)

HTTP_PORT = 80
HTTPS_PORT = 443


class HTTPException(Exception):
    """Something went wrong with an answer."""


class InvalidURL(HTTPException):
    """An address that no request can be made of."""


class IncompleteRead(HTTPException):
    """The answer ended too early."""


class BadStatusLine(HTTPException):
    """The answer does not begin like one."""


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The server ended the connection without an answer."""


def __getattr__(name):
    if name == "responses":
        return http.phrases()
    raise AttributeError(f"module 'http.client' has no attribute {name!r}")


class HTTPMessage:
    """The headers of an answer; names are the same in small and capital letters."""

    def __init__(self, pairs):
        self._pairs = list(pairs)

    def __getitem__(self, name):
        return self.get(name)

    def get(self, name, failobj=None):
        """The first value of a header, or a default."""
        found = self.get_all(name)
        return failobj if found is None else found[0]

    def get_all(self, name, failobj=None):
        """All values of a header, or a default."""
        return [value for known, value in self._pairs if known.lower() == name.lower()] or failobj

    def get_content_type(self):
        """The type of the body."""
        return (self.get("content-type") or "text/plain").partition(";")[0].strip().lower()

    def get_content_charset(self, failobj=None):
        """The encoding of the body, or a default."""
        _, found, charset = (self.get("content-type") or "").partition("charset=")
        return charset.strip(' "').lower() if found else failobj

    def items(self):
        """Names and values."""
        return list(self._pairs)

    def keys(self):
        """The names."""
        return [name for name, _ in self._pairs]

    def values(self):
        """The values."""
        return [value for _, value in self._pairs]

    def __contains__(self, name):
        return self.get_all(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._pairs)

    def __str__(self):
        return "".join(f"{name}: {value}\n" for name, value in self._pairs) + "\n"


class HTTPResponse:
    """An answer: a file that can be read once."""

    version = 11

    def __init__(self, answer, url):
        self.status = self.code = answer.status
        self.reason = http.phrases().get(answer.status, "")
        self.msg = self.reason
        self.headers = HTTPMessage(answer.headers)
        self.url = url
        self._body = io.BytesIO(answer.body)
        self._left = len(answer.body)

    @property
    def length(self):
        """How many bytes have not been read."""
        return self._left

    @property
    def closed(self):
        """Whether it can no longer be read."""
        return self._body.closed

    def read(self, amt=None):
        """The rest of the body, or at most so many bytes."""
        return self._taken(b"" if self.closed else self._body.read(-1 if amt is None else amt))

    def readline(self, limit=-1):
        """The next line."""
        return self._taken(b"" if self.closed else self._body.readline(limit))

    def readlines(self, hint=-1):
        """The rest of the lines."""
        return list(self)

    def _taken(self, data):
        self._left -= len(data)
        return data

    def __iter__(self):
        return iter(self.readline, b"")

    def getcode(self):
        """The status."""
        return self.status

    def geturl(self):
        """Where the answer came from in the end."""
        return self.url

    def info(self):
        """The headers."""
        return self.headers

    def getheader(self, name, default=None):
        """The values of a header, joined, or a default."""
        found = self.headers.get_all(name)
        return default if found is None else ", ".join(found)

    def getheaders(self):
        """Names and values of the headers."""
        return self.headers.items()

    def readable(self):
        """Whether it can be read."""
        return True

    def close(self):
        """Stop reading."""
        self._body.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()
