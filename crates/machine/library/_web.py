"""The simulated web: who answers a request, after what time, and whether anybody does.

Nothing here depends on the world outside, so a program's requests take the same time in every run.

- `127.0.0.1` and `localhost`: on port 8808 is the site of `_website`; others refuse connections.
- Names without a dot, and those that end with `.invalid`, do not exist.
- All other hosts answer after 20 to 300 milliseconds and with 1 to 60 thousand bytes of HTML, both by
  the CRC of host and path. To addresses such as `/delay/2` they answer as `_website` does, so that
  `httpbin.org` is there too.

While an answer is awaited other threads run.
"""

import _website
import time
from _interleave import crc32

__atomic__ = True

# From a request to the answer, if nothing takes longer, in seconds.
_NEARBY = 0.001


class NoSuchHost(Exception):
    """There is no host of that name."""


class Refused(Exception):
    """Nobody listens there."""


class TimedOut(Exception):
    """The answer took too long."""


class Disconnected(Exception):
    """The connection ended without an answer."""


def wait(seconds):
    """Waits for the network; `gevent` has its own way to do that."""
    time.sleep(seconds)


def fetch(method, host, port, target, headers, body, timeout):
    """The answer to a request for a path with a query, or one of the above; `timeout` in seconds or None."""
    wait_for_host(host, port)
    answer = _answer_of(host, method, target, headers, body)
    if timeout is not None and answer.seconds > timeout:
        wait(timeout)
        raise TimedOut
    wait(answer.seconds)
    if answer.status is None:
        raise Disconnected
    return answer


def wait_for_host(host, port):
    """Nothing, if there is somebody to connect to."""
    if host in ("127.0.0.1", "localhost"):
        if port != _website.PORT:
            raise Refused
    elif "." not in host or host.endswith(".invalid"):
        raise NoSuchHost


def _answer_of(host, method, target, headers, body):
    path = target.partition("?")[0]
    is_local = host in ("127.0.0.1", "localhost")
    if is_local or _website.is_route(path.strip("/").partition("/")[0]):
        answer = _website.answer(method, target, headers, body)
    else:
        answer = _page(host, path)
    answer.seconds += _NEARBY if is_local else 0.02 + _chance(host, path, "time") % 281 / 1000
    return answer


def _page(host, path):
    head = f"<!doctype html>\n<title>{host}{path}</title>\n"
    size = 1000 + _chance(host, path, "size") % 59001
    line = f"<p>This page of {host} is made up.</p>\n"
    text = head + line * (size // len(line) + 1)
    answer = _website.Answer()
    answer.set_body(text[:size].encode(), "text/html; charset=utf-8")
    return answer


def _chance(host, path, what):
    """A number that differs from page to page."""
    return crc32(f"{host}{path or '/'} {what}".encode())
