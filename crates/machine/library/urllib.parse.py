"""Addresses of the web: taking them apart, putting them together, and what stands for special characters."""

from collections import namedtuple

__atomic__ = True
__all__ = (
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
    "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus",
    "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
)

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"

# Schemes whose addresses have a host, a relative part, parameters.
_HIERARCHICAL = (
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
    "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss",
)
_OTHERS_WITH_HOST = ("telnet", "snews", "rsync", "nfs", "git", "git+ssh")
_WITH_PARAMETERS = (
    "", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips",
    "mms", "sftp", "tel",
)


class _Host:
    """What the place of the host says."""

    __slots__ = ()

    def _parts(self):
        """User and password, host, and port, each None where it is not given."""
        user, at, host = self.netloc.rpartition("@")
        if host.startswith("["):
            name, _, rest = host[1:].partition("]")
            port = rest.partition(":")[2]
        else:
            name, _, port = host.partition(":")
        return user if at else None, name or None, port or None

    @property
    def username(self):
        """The user, None where there is none."""
        user = self._parts()[0]
        return None if user is None else user.partition(":")[0]

    @property
    def password(self):
        """The password, None where there is none."""
        user = self._parts()[0]
        return None if user is None or ":" not in user else user.partition(":")[2]

    @property
    def hostname(self):
        """The host in small letters."""
        name = self._parts()[1]
        return None if name is None else name.lower()

    @property
    def port(self):
        """The port's number."""
        port = self._parts()[2]
        if port is None:
            return None
        if not (port.isascii() and port.isdigit()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


def __getattr__(name):
    if name in ("DefragResult", "SplitResult", "ParseResult"):
        _make_results()
        return globals()[name]
    raise AttributeError(f"module 'urllib.parse' has no attribute {name!r}")


def _make_results():
    global DefragResult, SplitResult, ParseResult

    class DefragResult(namedtuple("DefragResult", "url fragment")):
        """An address without its fragment, and that."""

        __slots__ = ()

        def geturl(self):
            """The whole address."""
            return f"{self.url}#{self.fragment}" if self.fragment else self.url

    class SplitResult(namedtuple("SplitResult", "scheme netloc path query fragment"), _Host):
        """The parts of an address."""

        __slots__ = ()

        def geturl(self):
            """The whole address."""
            return urlunsplit(self)

    class ParseResult(namedtuple("ParseResult", "scheme netloc path params query fragment"), _Host):
        """The parts of an address, with the parameters of its last segment."""

        __slots__ = ()

        def geturl(self):
            """The whole address."""
            return urlunparse(self)


def _result(name, parts):
    if name not in globals():
        _make_results()
    return globals()[name](*parts)


def _has_host(scheme):
    return scheme in _HIERARCHICAL or scheme in _OTHERS_WITH_HOST


def urlsplit(url, scheme="", allow_fragments=True):
    """The parts of an address: `scheme://netloc/path?query#fragment`."""
    if isinstance(url, (bytes, bytearray)):
        raise NotImplementedError("addresses are strings here")
    url = url.lstrip("".join([chr(code) for code in range(33)]))
    for unsafe in "\t\r\n":
        url = url.replace(unsafe, "")
    netloc = query = fragment = ""
    colon = url.find(":")
    if colon > 0 and url[0] in _LETTERS and all(ch in _LETTERS or ch in _DIGITS or ch in "+-." for ch in url[:colon]):
        scheme, url = url[:colon].lower(), url[colon + 1 :]
    if url[:2] == "//":
        end = min([place for place in (url.find(ch, 2) for ch in "/?#") if place >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, _, fragment = url.partition("#")
    if "?" in url:
        url, _, query = url.partition("?")
    return _result("SplitResult", (scheme, netloc, url, query, fragment))


def urlparse(url, scheme="", allow_fragments=True):
    """The same, with the parameters of the last segment."""
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in _WITH_PARAMETERS and ";" in path:
        semicolon = path.find(";", path.rfind("/") + 1)
        if semicolon >= 0:
            path, params = path[:semicolon], path[semicolon + 1 :]
    return _result("ParseResult", (scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    """The address that has these parts."""
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and _has_host(scheme) and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = f"//{netloc or ''}{url}"
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    return f"{url}#{fragment}" if fragment else url


def urlunparse(components):
    """The address that has these parts."""
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urldefrag(url):
    """An address without its fragment, and that."""
    scheme, netloc, path, params, query, fragment = urlparse(url)
    if "#" in url:
        return _result("DefragResult", (urlunparse((scheme, netloc, path, params, query, "")), fragment))
    return _result("DefragResult", (url, ""))


def urljoin(base, url, allow_fragments=True):
    """An address that is written relative to another (RFC 3986, section 5.2)."""
    if not base:
        return url
    if not url:
        return base
    b_scheme, b_netloc, b_path, b_params, b_query, b_fragment = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b_scheme, allow_fragments)
    if scheme != b_scheme or scheme not in _HIERARCHICAL:
        return url
    if _has_host(scheme):
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = b_netloc
    if not path and not params:
        return urlunparse((scheme, netloc, b_path, b_params, query or b_query, fragment))
    path = _joined_path(b_path, path)
    return urlunparse((scheme, netloc, path, params, query, fragment))


def _joined_path(base, path):
    before = base.split("/")
    if before[-1] != "":
        # The last segment is what the relative address takes the place of.
        del before[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = before + path.split("/")
        segments[1:-1] = [segment for segment in segments[1:-1] if segment]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    return "/".join(resolved) or "/"


def quote(string, safe="/", encoding=None, errors=None):
    """A text with `%xx` for whatever is special in addresses."""
    if isinstance(string, str):
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe="/"):
    """The same for bytes."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, (bytes, bytearray)):
        safe = safe.decode("ascii", "ignore")
    kept = f"{_LETTERS}{_DIGITS}_.-~{safe}"
    return "".join([chr(byte) if byte < 128 and chr(byte) in kept else f"%{byte:02X}" for byte in bs])


def quote_plus(string, safe="", encoding=None, errors=None):
    """The same with `+` for spaces, as forms have it."""
    if isinstance(safe, (bytes, bytearray)):
        safe = safe.decode("ascii", "ignore")
    return quote(string, safe + " ", encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    """The bytes that stand for themselves or are written as `%xx`."""
    if isinstance(string, str):
        string = string.encode("utf-8")
    first, *rest = bytes(string).split(b"%")
    found = [first]
    for piece in rest:
        digits = piece[:2].decode("latin-1")
        if len(digits) == 2 and all(digit in "0123456789abcdefABCDEF" for digit in digits):
            found += [bytes([int(digits, 16)]), piece[2:]]
        else:
            found += [b"%", piece]
    return b"".join(found)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text with what `%xx` stands for."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        return string
    # Characters that are not ASCII stand for themselves in any encoding.
    out = []
    pending = ""
    for ch in string:
        if ch < "\x80":
            pending += ch
        else:
            out += [unquote_to_bytes(pending).decode(encoding or "utf-8", errors or "replace"), ch]
            pending = ""
    out.append(unquote_to_bytes(pending).decode(encoding or "utf-8", errors or "replace"))
    return "".join(out)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """The same with spaces for `+`."""
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """`name=value` of a mapping or of pairs, joined by `&`."""
    if hasattr(query, "items"):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")
    out = []
    for name, value in query:
        name = _quoted(name, safe, encoding, errors, quote_via)
        several = doseq and not isinstance(value, (str, bytes)) and hasattr(value, "__iter__")
        for one in value if several else (value,):
            out.append(f"{name}={_quoted(one, safe, encoding, errors, quote_via)}")
    return "&".join(out)


def _quoted(value, safe, encoding, errors, quote_via):
    if isinstance(value, bytes):
        return quote_via(value, safe)
    return quote_via(str(value), safe, encoding, errors)


def parse_qsl(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):
    """The names and values of a query, in order."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and qs and max_num_fields < qs.count(separator) + 1:
        raise ValueError("Max number of fields exceeded")
    found = []
    for pair in qs.split(separator) if qs else ():
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {pair!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(
    qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
    max_num_fields=None, separator="&",
):
    """The values of each name of a query."""
    found = {}
    for name, value in parse_qsl(
        qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator
    ):
        found.setdefault(name, []).append(value)
    return found
