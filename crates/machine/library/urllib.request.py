"""Requests to the web, which is simulated (`_web`)."""

import _web
import http.client as client
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlsplit

__atomic__ = True
__all__ = (
    "Request", "OpenerDirector", "build_opener", "install_opener", "urlopen", "quote", "unquote",
    "getproxies",
)

_MOST_REDIRECTIONS = 10

# What `urlopen` asks, where the program has installed something.
_opener = None


class gaierror(OSError):
    """There is no host of that name."""

    __module__ = "socket"


class Request:
    """What is asked for, and how."""

    def __init__(self, url, data=None, headers=None, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        self.unredirected_hdrs = {}
        for name, value in (headers or {}).items():
            self.add_header(name, value)
        if method:
            self.method = method

    @property
    def full_url(self):
        """The address."""
        return self._full_url

    @full_url.setter
    def full_url(self, url):
        parts = urlsplit(url)
        if not parts.scheme or ":" not in url:
            raise ValueError(f"unknown url type: {url!r}")
        self._full_url = url
        self.fragment = parts.fragment or None
        self.type = parts.scheme
        self.host = parts.netloc
        self.selector = parts.path + (f"?{parts.query}" if parts.query else "")

    def get_method(self):
        """What is to be done."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        """The address."""
        return self.full_url

    def add_header(self, key, val):
        """Send a header along."""
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        """The same, but not to where the answer sends on."""
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        """Whether a header is sent along."""
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        """The value of a header that is sent along, or a default."""
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        """Do not send a header."""
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        """The headers that are sent along."""
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Makes requests."""

    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/3.11")]

    def open(self, fullurl, data=None, timeout=None):
        """The answer; to what is said in a text or a Request."""
        request = fullurl
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        elif data is not None:
            request.data = data
        if isinstance(request.data, str):
            raise TypeError(
                "POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str."
            )
        return self._followed(request, timeout)

    def _followed(self, request, timeout):
        for _ in range(_MOST_REDIRECTIONS + 1):
            response = self._asked(request, timeout)
            target = response.headers["location"]
            is_redirection = response.status in (301, 302, 303, 307, 308) and target is not None
            if not is_redirection or request.get_method() not in ("GET", "HEAD", "POST"):
                break
            url = urljoin(request.full_url, target)
            request = Request(url, headers={
                name: value for name, value in request.headers.items() if not name.startswith("Content-")
            })
        else:
            message = (
                "The HTTP server returned a redirect error that would lead to an infinite loop.\n"
                f"The last 30x error message was:\n{response.reason}"
            )
            raise HTTPError(response.url, response.status, message, response.headers, response)
        if not 200 <= response.status < 300:
            raise HTTPError(response.url, response.status, response.reason, response.headers, response)
        return response

    def _asked(self, request, timeout):
        if request.type not in ("http", "https"):
            raise URLError(f"unknown url type: {request.type}")
        parts = urlsplit(request.full_url)
        if not parts.hostname:
            raise URLError("no host given")
        selector = request.selector or "/"
        for ch in selector:
            if ch <= " " or ch == "\x7f":
                raise client.InvalidURL(f"URL can't contain control characters. {selector!r} (found at least {ch!r})")
        port = parts.port or (443 if request.type == "https" else 80)
        headers = {name.lower(): value for name, value in (*self.addheaders, *request.header_items())}
        headers["host"] = parts.netloc
        body = b"" if request.data is None else b"".join(_pieces(request.data))
        if request.data is not None:
            headers.setdefault("content-type", "application/x-www-form-urlencoded")
        try:
            answer = _web.fetch(request.get_method(), parts.hostname, port, selector, headers, body, timeout)
        except _web.Refused:
            raise URLError(ConnectionRefusedError(111, "Connection refused")) from None
        except _web.NoSuchHost:
            raise URLError(gaierror(-2, "Name or service not known")) from None
        except _web.TimedOut:
            raise TimeoutError("timed out") from None
        except _web.Disconnected:
            raise client.RemoteDisconnected("Remote end closed connection without response") from None
        if request.get_method() == "HEAD":
            answer.body = b""
        return client.HTTPResponse(answer, request.full_url)


def _pieces(data):
    return (data,) if isinstance(data, (bytes, bytearray)) else data


def build_opener(*handlers):
    """Something that makes requests; there is nothing here that handlers could be asked for."""
    if handlers:
        raise NotImplementedError("build_opener() takes no handlers here")
    return OpenerDirector()


def install_opener(opener):
    """What `urlopen` is to ask."""
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=None, *, context=None):
    """The answer to a request."""
    return (_opener or OpenerDirector()).open(url, data, timeout)


def getproxies():
    """Who passes requests on: nobody."""
    return {}
