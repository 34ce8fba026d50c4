"""What the site answers that programs under test talk to: `http://127.0.0.1:8808`.

Here the machine asks this module; under CPython a server does that tests start
(`tests/web/server.py`). The address says how the site is to behave:

    /get, /post, /put, /patch, /delete, /anything
                        JSON: the method, the url, its query, and the body with its form or JSON
    /headers            JSON: the request's headers that begin with `X-`, and `Authorization`
    /delay/SECONDS      as /get, after a time
    /bytes/N            N bytes: 0, 1, 2 and so on
    /status/CODE        that status, without a body
    /redirect/N         a redirection to /redirect/N-1, the last one to /get
    /drop               the connection ends without an answer
    anything else       404

A query changes any of these: `delay=SECONDS`, `status=CODE`, `size=N` for N bytes of text.
"""

import json
from urllib.parse import parse_qsl, urlsplit

__atomic__ = True

PORT = 8808

_ECHOES = ("get", "post", "put", "patch", "delete", "anything", "delay")
_OTHERS = ("headers", "bytes", "status", "redirect", "drop")


def is_route(route):
    """Whether the first part of a path is one of these."""
    return route in _ECHOES or route in _OTHERS


class Answer:
    """What comes back, and when."""

    def __init__(self, seconds=0.0):
        # Seconds from the request to the answer.
        self.seconds = seconds
        # None where the connection ends without an answer.
        self.status = 200
        # Names and values, in order.
        self.headers = []
        self.body = b""

    def set_body(self, body, kind):
        """The body, with the headers that tell of it."""
        self.body = body
        self.headers += [("Content-Type", kind), ("Content-Length", str(len(body)))]


def answer(method, target, headers, body):
    """The answer to a request for a path and query; the headers are a dict with names in small letters."""
    url = urlsplit(target)
    query = dict(parse_qsl(url.query, keep_blank_values=True))
    route, _, detail = url.path.strip("/").partition("/")
    result = Answer(_number(query.get("delay"), 0.0))
    if route == "drop":
        result.status = None
        return result
    if route == "delay":
        result.seconds += _number(detail, 0.0)
    if "size" in query:
        result.set_body(b"x" * int(_number(query["size"], 0)), "text/plain; charset=utf-8")
    else:
        _fill(result, method, route, detail, target, query, headers, body)
    if "status" in query:
        result.status = int(_number(query["status"], 200))
    return result


def _number(text, default):
    try:
        return max(float(text), 0.0)
    except (TypeError, ValueError):
        return default


def _fill(result, method, route, detail, target, query, headers, body):
    match route:
        case "headers":
            shown = {
                name.title(): value
                for name, value in headers.items()
                if name.startswith("x-") or name == "authorization"
            }
            _set_json(result, {"headers": shown})
        case "bytes":
            count = int(_number(detail, 0))
            result.set_body((bytes(range(256)) * (count // 256 + 1))[:count], "application/octet-stream")
        case "status":
            result.status = int(_number(detail, 200))
            result.headers.append(("Content-Length", "0"))
        case "redirect":
            left = int(_number(detail, 1)) - 1
            result.status = 302
            result.headers.append(("Location", f"/redirect/{left}" if left > 0 else "/get"))
            result.set_body(b"", "text/plain; charset=utf-8")
        case _ if route in _ECHOES:
            _set_json(result, _echo(method, target, query, headers, body))
        case _:
            result.status = 404
            result.set_body(b"Not Found\n", "text/plain; charset=utf-8")


def _set_json(result, value):
    text = json.dumps(value, indent=2, sort_keys=True) + "\n"
    result.set_body(text.encode(), "application/json")


def _echo(method, target, query, headers, body):
    kind = headers.get("content-type", "").split(";")[0]
    text = body.decode("utf-8", "replace")
    return {
        "args": query,
        "data": "" if kind == "application/x-www-form-urlencoded" else text,
        "form": dict(parse_qsl(text)) if kind == "application/x-www-form-urlencoded" else {},
        "json": json.loads(text) if kind == "application/json" else None,
        "method": method,
        "url": f"http://{headers.get('host', '')}{target}",
    }
