"""Paths as texts, as Linux writes them: what can be said of them without files. Programs know it as `os.path`."""

import os

__atomic__ = True
__all__ = (
    "abspath", "altsep", "basename", "commonpath", "commonprefix", "curdir", "defpath", "devnull",
    "dirname", "extsep", "isabs", "join", "normcase", "normpath", "pardir", "pathsep", "relpath",
    "sep", "split", "splitdrive", "splitext", "supports_unicode_filenames",
)

sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _signs(path):
    """The separator, the name of a folder itself and that of the one around it, of the path's kind."""
    return (b"/", b".", b"..") if isinstance(path, bytes) else ("/", ".", "..")


def _check(function, paths):
    """A TypeError if paths are not all texts or all bytes."""
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError(
                f"{function}() argument must be str, bytes, or os.PathLike object, not {type(path).__name__!r}"
            ) from None
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    """The path itself: here capitals matter."""
    return os.fspath(s)


def isabs(s):
    """Whether a path begins at the root."""
    s = os.fspath(s)
    return s.startswith(_signs(s)[0])


def join(a, *p):
    """Paths behind one another; one that begins at the root replaces what is before it."""
    joined = a = os.fspath(a)
    slash = _signs(a)[0]
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash):
                joined = part
            elif not joined or joined.endswith(slash):
                joined += part
            else:
                joined += slash + part
    except (TypeError, AttributeError):
        _check("join", (a, *p))
        raise
    return joined


def split(p):
    """What is before the last separator, and what is behind it."""
    p = os.fspath(p)
    slash = _signs(p)[0]
    end = p.rfind(slash) + 1
    head = p[:end]
    return (head.rstrip(slash) or head, p[end:])


def basename(p):
    """What is behind the last separator."""
    return split(p)[1]


def dirname(p):
    """What is before the last separator."""
    return split(p)[0]


def splitext(p):
    """The path without its extension, and that. Dots at the beginning of a name begin none."""
    p = os.fspath(p)
    slash, dot, _ = _signs(p)
    begin = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at < begin or not p[begin:at].strip(dot):
        return (p, p[:0])
    return (p[:at], p[at:])


def splitdrive(p):
    """Nothing, and the path: there are no drives."""
    p = os.fspath(p)
    return (p[:0], p)


def normpath(path):
    """The shortest way to write a path, if no folder on it is a link."""
    path = os.fspath(path)
    slash, here, up = _signs(path)
    if not path:
        return here
    root = path[: len(path) - len(path.lstrip(slash))]
    # Two separators at the beginning are kept, three are as good as one (POSIX).
    root = root if len(root) <= 2 else slash
    kept = []
    for part in path.split(slash):
        if part == up and kept and kept[-1] != up:
            kept.pop()
        elif part and part != here and not (part == up and root and not kept):
            kept.append(part)
    return root + slash.join(kept) or here


def abspath(path):
    """The path from the root."""
    path = os.fspath(path)
    if not isabs(path):
        start = os.getcwd()
        path = join(start.encode() if isinstance(path, bytes) else start, path)
    return normpath(path)


def relpath(path, start=None):
    """The path as seen from a folder."""
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    slash, here, up = _signs(path)
    start = here if start is None else os.fspath(start)
    _check("relpath", (path, start))
    target = [part for part in abspath(path).split(slash) if part]
    origin = [part for part in abspath(start).split(slash) if part]
    shared = len(commonprefix([target, origin]))
    return slash.join([up] * (len(origin) - shared) + target[shared:]) or here


def commonprefix(m):
    """The longest beginning of all paths, letter by letter."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [os.fspath(path) for path in m]
    first, last = min(m), max(m)
    for at, item in enumerate(first):
        if item != last[at]:
            return first[:at]
    return first


def commonpath(paths):
    """The longest path that all paths begin with, folder by folder."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [os.fspath(path) for path in paths]
    _check("commonpath", paths)
    slash, here, _ = _signs(paths[0])
    if len({path.startswith(slash) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths") from None
    parts = [[part for part in path.split(slash) if part and part != here] for path in paths]
    root = slash if paths[0].startswith(slash) else slash[:0]
    return root + slash.join(commonprefix(parts))
