"""Files in memory."""

__atomic__ = True
__all__ = ("StringIO", "BytesIO", "SEEK_SET", "SEEK_CUR", "SEEK_END")

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """A file cannot do that."""


class _Memory:
    """What files of text and of bytes have in common: pieces that are joined when they are read."""

    _empty = ""
    _newline = "\n"
    closed = False

    def __init__(self, initial_value=None):
        self._content = self._empty if initial_value is None else initial_value
        self._position = 0

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _write(self, data):
        self._check()
        content = self._content
        at = self._position
        if at == len(content):
            self._content = content + data
        else:
            if at > len(content):
                content += self._padding * (at - len(content))
            self._content = content[:at] + data + content[at + len(data):]
        self._position = at + len(data)
        return len(data)

    def getvalue(self):
        """All that the file holds."""
        self._check()
        return self._content

    def read(self, size=-1, /):
        """So much from the current position on, or all."""
        self._check()
        at = self._position
        end = len(self._content) if size is None or size < 0 else at + size
        found = self._content[at:end]
        self._position = at + len(found)
        return found

    def readline(self, size=-1, /):
        """The rest of the line, with its end."""
        self._check()
        at = self._position
        found = self._content.find(self._newline, at)
        end = len(self._content) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, at + size)
        line = self._content[at:end]
        self._position = at + len(line)
        return line

    def readlines(self, hint=-1, /):
        """The lines from the current position on."""
        lines = []
        total = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                return lines

    def writelines(self, lines):
        """Write several pieces."""
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def tell(self):
        """The current position."""
        self._check()
        return self._position

    def truncate(self, size=None, /):
        """Cut the file off, at the current position unless another is given."""
        self._check()
        size = self._position if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._content = self._content[:size]
        return size

    def seek(self, offset, whence=0, /):
        """Change the current position."""
        self._check()
        self._position = max(0, self._place(offset, whence))
        return self._position

    def close(self):
        """Let go of the content."""
        self._content = self._empty
        self.closed = True

    def flush(self):
        """Nothing is held back."""
        self._check()

    def readable(self):
        """Whether it can be read from."""
        return True

    def writable(self):
        """Whether it can be written to."""
        return True

    def seekable(self):
        """Whether it has positions."""
        return True

    def isatty(self):
        """Whether it is a terminal."""
        return False

    def fileno(self):
        """No system has a number for it."""
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __repr__(self):
        return f"<_io.{type(self).__name__} object at {id(self):#x}>"


class StringIO(_Memory):
    """A file of text in memory."""

    _padding = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            kind = type(initial_value).__name__
            raise TypeError(f"initial_value must be str or None, not {kind}")
        super().__init__(initial_value)

    def write(self, text, /):
        """Write a text; returns its length."""
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got {type(text).__name__!r}")
        return self._write(text)

    def _place(self, offset, whence):
        if whence == 0:
            if offset < 0:
                raise ValueError(f"Negative seek position {offset}")
            return offset
        if whence not in (1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        return self._position if whence == 1 else len(self._content)


class BytesIO(_Memory):
    """A file of bytes in memory."""

    _empty = b""
    _newline = b"\n"
    _padding = b"\0"

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes))

    def write(self, data, /):
        """Write bytes; returns how many."""
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._write(bytes(data))

    def _place(self, offset, whence):
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            return offset
        return offset + (self._position if whence == 1 else len(self._content))
