"""Requests and their answers."""

import datetime
import http
import json as _json
from requests.auth import HTTPBasicAuth
from requests.exceptions import HTTPError, InvalidURL, JSONDecodeError, MissingSchema
from requests.structures import CaseInsensitiveDict, RequestsCookieJar
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

__atomic__ = True

# Characters of addresses that stand for themselves, or were quoted before.
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class Request:
    """What a program asks for."""

    def __init__(
        self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None,
        cookies=None, hooks=None, json=None,
    ):
        if files:
            raise NotImplementedError("files cannot be sent here")
        self.method = method
        self.url = url
        self.headers = {} if headers is None else headers
        self.data = [] if data is None else data
        self.params = {} if params is None else params
        self.auth = auth
        self.cookies = cookies
        self.hooks = hooks or {}
        self.json = json

    def __repr__(self):
        return f"<Request [{self.method}]>"

    def prepare(self):
        """What is sent for it."""
        made = PreparedRequest()
        made.method = self.method.upper()
        made.prepare_url(self.url, self.params)
        made.prepare_headers(self.headers)
        made.prepare_body(self.data, self.json)
        if self.cookies:
            made.headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.auth:
            auth = HTTPBasicAuth(*self.auth) if isinstance(self.auth, tuple) else self.auth
            auth(made)
        made.hooks = self.hooks
        return made


class PreparedRequest:
    """What is sent."""

    def __init__(self):
        self.method = None
        self.url = None
        self.headers = CaseInsensitiveDict()
        self.body = None
        self.hooks = {}

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"

    @property
    def path_url(self):
        """The path with its query."""
        parts = urlsplit(self.url)
        return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")

    def prepare_url(self, url, params):
        """The address with its query."""
        url = (url.decode("utf-8") if isinstance(url, bytes) else str(url)).lstrip()
        if ":" in url and not url.lower().startswith("http"):
            # Some other kind of address, which somebody else may know.
            self.url = url
            return
        parts = urlsplit(url)
        if not parts.scheme or ":" not in url:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not parts.hostname:
            raise InvalidURL(f"Invalid URL {url!r}: No host supplied")
        query = "&".join([text for text in (parts.query, encoded(params)) if text])
        whole = urlunsplit((parts.scheme, parts.netloc, parts.path or "/", query, parts.fragment))
        self.url = quote(whole, safe=_SAFE)

    def prepare_headers(self, headers):
        """The headers."""
        self.headers = CaseInsensitiveDict(headers)

    def prepare_body(self, data, json):
        """The body, with the headers that tell of it."""
        kind = None
        if not data and json is not None:
            data = _json.dumps(json).encode()
            kind = "application/json"
        elif data and not isinstance(data, (str, bytes)):
            data = encoded(data)
            kind = "application/x-www-form-urlencoded"
        self.body = data or None
        if self.body is not None:
            self.headers["Content-Length"] = str(len(self.body_bytes()))
        elif self.method not in ("GET", "HEAD"):
            self.headers["Content-Length"] = "0"
        if kind is not None:
            self.headers.setdefault("Content-Type", kind)

    def body_bytes(self):
        """The body as it is sent."""
        if self.body is None:
            return b""
        return self.body.encode("utf-8") if isinstance(self.body, str) else bytes(self.body)


def encoded(data):
    """A form or the parameters of a query as text."""
    if isinstance(data, (str, bytes)):
        return data.decode("utf-8") if isinstance(data, bytes) else data
    pairs = []
    for name, values in data.items() if hasattr(data, "items") else data or ():
        several = hasattr(values, "__iter__") and not isinstance(values, (str, bytes))
        pairs += [(name, value) for value in (values if several else (values,)) if value is not None]
    return urlencode(pairs, doseq=True)


class Response:
    """The answer to a request."""

    def __init__(self):
        self.status_code = None
        self.headers = CaseInsensitiveDict()
        self.url = None
        self.reason = None
        self.encoding = None
        self.history = []
        self.cookies = RequestsCookieJar()
        self.elapsed = datetime.timedelta(0)
        self.request = None
        self._content = b""
        self._next = None

    def fill(self, answer, request):
        """Takes what came back for a request."""
        self.status_code = answer.status
        self.headers = CaseInsensitiveDict(answer.headers)
        self.reason = http.phrases().get(answer.status, "")
        self.url = request.url
        self.request = request
        self.encoding = _encoding_of(self.headers.get("content-type", ""))
        self._content = b"" if request.method == "HEAD" else answer.body

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self.iter_content(128)

    @property
    def ok(self):
        """Whether the status says that nothing went wrong."""
        return self.status_code < 400

    @property
    def is_redirect(self):
        """Whether it sends on to another address."""
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def is_permanent_redirect(self):
        """Whether it says so for good."""
        return "location" in self.headers and self.status_code in (301, 308)

    @property
    def next(self):
        """The request that it leads to, where nobody followed that."""
        return self._next

    @property
    def content(self):
        """The body."""
        return self._content

    @property
    def apparent_encoding(self):
        """What the encoding of the body seems to be."""
        return "ascii" if self._content.isascii() else "utf-8"

    @property
    def text(self):
        """The body as text."""
        try:
            return str(self._content, self.encoding or "utf-8", errors="replace")
        except LookupError:
            return str(self._content, "utf-8", errors="replace")

    def json(self, **kwargs):
        """What the body says in JSON."""
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos, response=self) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """The body in pieces."""
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f"chunk_size must be an int, it is instead a {type(chunk_size)}.")
        body = self.text if decode_unicode and self.encoding else self._content
        size = chunk_size or max(len(body), 1)
        return iter([body[place : place + size] for place in range(0, len(body), size)])

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        """The body in lines."""
        body = self.text if decode_unicode and self.encoding else self._content
        return iter(body.split(delimiter) if delimiter else body.splitlines())

    def raise_for_status(self):
        """An HTTPError, if the status says that something went wrong."""
        if 400 <= self.status_code < 600:
            kind = "Client" if self.status_code < 500 else "Server"
            message = f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}"
            raise HTTPError(message, response=self)

    def close(self):
        """Nothing is left to be read."""


def _encoding_of(kind):
    main, _, parameters = kind.partition(";")
    main = main.strip().lower()
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip("\"' ")
    if main.startswith("text/"):
        return "ISO-8859-1"
    return "utf-8" if main == "application/json" else None
