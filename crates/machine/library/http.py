"""The statuses of answers on the web."""

__atomic__ = True
__all__ = ("HTTPStatus", "HTTPMethod")

# Codes with their phrases; the names of the members are the phrases in capitals, but for one.
_PHRASES = (
    "100 Continue|101 Switching Protocols|102 Processing|103 Early Hints|200 OK|201 Created|202 Accepted"
    "|203 Non-Authoritative Information|204 No Content|205 Reset Content|206 Partial Content"
    "|207 Multi-Status|208 Already Reported|226 IM Used|300 Multiple Choices|301 Moved Permanently"
    "|302 Found|303 See Other|304 Not Modified|305 Use Proxy|307 Temporary Redirect"
    "|308 Permanent Redirect|400 Bad Request|401 Unauthorized|402 Payment Required|403 Forbidden"
    "|404 Not Found|405 Method Not Allowed|406 Not Acceptable|407 Proxy Authentication Required"
    "|408 Request Timeout|409 Conflict|410 Gone|411 Length Required|412 Precondition Failed"
    "|413 Request Entity Too Large|414 Request-URI Too Long|415 Unsupported Media Type"
    "|416 Requested Range Not Satisfiable|417 Expectation Failed|418 I'm a Teapot"
    "|421 Misdirected Request|422 Unprocessable Entity|423 Locked|424 Failed Dependency|425 Too Early"
    "|426 Upgrade Required|428 Precondition Required|429 Too Many Requests"
    "|431 Request Header Fields Too Large|451 Unavailable For Legal Reasons"
    "|500 Internal Server Error|501 Not Implemented|502 Bad Gateway|503 Service Unavailable"
    "|504 Gateway Timeout|505 HTTP Version Not Supported|506 Variant Also Negotiates"
    "|507 Insufficient Storage|508 Loop Detected|510 Not Extended|511 Network Authentication Required"
)


def phrases():
    """The phrase of each code, in order."""
    pairs = [item.partition(" ") for item in _PHRASES.split("|")]
    return {int(code): phrase for code, _, phrase in pairs}


def _name(phrase):
    return phrase.upper().replace("'", "").replace("-", "_").replace(" ", "_")


def __getattr__(name):
    if name == "HTTPStatus":
        _make_statuses()
        return HTTPStatus
    if name == "HTTPMethod":
        _make_methods()
        return HTTPMethod
    raise AttributeError(f"module 'http' has no attribute {name!r}")


def _make_statuses():
    global HTTPStatus
    from enum import EnumType, IntEnum

    def __new__(cls, value, phrase):
        made = int.__new__(cls, value)
        made._value_ = value
        made.phrase = phrase
        return made

    body = EnumType.__prepare__("HTTPStatus", (IntEnum,))
    body["__module__"] = "http"
    body["__new__"] = __new__
    for code, phrase in phrases().items():
        body[_name(phrase)] = (code, phrase)
    HTTPStatus = EnumType("HTTPStatus", (IntEnum,), body)


def _make_methods():
    global HTTPMethod
    from enum import StrEnum

    names = "CONNECT DELETE GET HEAD OPTIONS PATCH POST PUT TRACE".split()
    HTTPMethod = StrEnum("HTTPMethod", [(name, name) for name in names], module="http")
