"""What can go wrong with requests."""

from json import JSONDecodeError as _JSONDecodeError

__atomic__ = True


class RequestException(OSError):
    """Any of these."""

    def __init__(self, *args, **kwargs):
        self.response = kwargs.get("response")
        self.request = kwargs.get("request")
        if self.request is None and self.response is not None:
            self.request = self.response.request
        super().__init__(*args)


class InvalidJSONError(RequestException):
    """Something is no JSON."""


class JSONDecodeError(InvalidJSONError, _JSONDecodeError):
    """An answer is no JSON."""

    def __init__(self, *args, **kwargs):
        _JSONDecodeError.__init__(self, *args)
        self.args = (str(self),)
        self.response = kwargs.get("response")
        self.request = None

    def __str__(self):
        return f"{self.msg}: line {self.lineno} column {self.colno} (char {self.pos})"


class HTTPError(RequestException):
    """The status of an answer says that something went wrong."""


class ConnectionError(RequestException):
    """There was no answer."""


class ProxyError(ConnectionError):
    """Somebody who passes requests on did not."""


class SSLError(ConnectionError):
    """The connection is not safe."""


class Timeout(RequestException):
    """It took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """It took too long to connect."""


class ReadTimeout(Timeout):
    """It took too long to answer."""


class URLRequired(RequestException):
    """No address was given."""


class TooManyRedirects(RequestException):
    """One answer sent on to the next too often."""


class MissingSchema(RequestException, ValueError):
    """An address without `http:` or `https:`."""


class InvalidSchema(RequestException, ValueError):
    """An address of another kind."""


class InvalidURL(RequestException, ValueError):
    """No address."""


class InvalidHeader(RequestException, ValueError):
    """No header."""


class ChunkedEncodingError(RequestException):
    """The parts of an answer are not right."""


class ContentDecodingError(RequestException):
    """An answer could not be unpacked."""


class StreamConsumedError(RequestException, TypeError):
    """An answer was read already."""


class RetryError(RequestException):
    """It was tried too often."""


# What lies behind ConnectionError and ReadTimeout: the library's below `requests`.


class MaxRetryError(Exception):
    """All attempts failed."""

    __module__ = "urllib3.exceptions"


class ReadTimeoutError(Exception):
    """The answer took too long."""

    __module__ = "urllib3.exceptions"


class ProtocolError(Exception):
    """The connection ended."""

    __module__ = "urllib3.exceptions"
