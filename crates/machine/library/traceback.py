"""Errors as text."""

import _interleave
import sys

__atomic__ = True
__all__ = (
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
    "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_stack",
    "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_tb",
    "print_list",
)

# How often the same line is shown before the rest is only counted.
_REPEATS = 3
_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


class FrameSummary:
    """Where a call stands."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(
        self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
        end_lineno=None, colno=None, end_colno=None
    ):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def line(self):
        """The line's text without indentation."""
        text = self._source()
        return None if text is None else text.strip()

    def _source(self):
        if self._line is None and self.lineno is not None:
            self._line = _interleave.source_text(self.filename, self.lineno)
        return self._line

    def _parts(self):
        return (self.filename, self.lineno, self.name, self.line)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts()[:3] == other._parts()[:3] and self.locals == other.locals
        if isinstance(other, tuple):
            return self._parts() == other
        return NotImplemented

    __hash__ = None

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __iter__(self):
        return iter(self._parts())

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _limited(calls, limit):
    """The first calls, or the last ones if the limit is negative."""
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is None:
            return calls
        limit = max(limit, 0)
    return calls[:limit] if limit >= 0 else calls[limit:]


class StackSummary(list):
    """Where calls stand, the outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of pairs of a frame and a line."""
        frames = _limited(list(frame_gen), limit)
        return klass(
            [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in frames]
        )

    @classmethod
    def from_list(klass, a_list):
        """Of summaries, or tuples of a file, a line, a function and a text."""
        return StackSummary(
            [
                each if isinstance(each, FrameSummary) else FrameSummary(*each[:3], line=each[3])
                for each in a_list
            ]
        )

    def format_frame_summary(self, frame_summary):
        """The lines that show a call."""
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f"    {frame_summary.line}\n"
            marks = _interleave.marks_below(
                frame_summary._source(), frame_summary.lineno, frame_summary.end_lineno,
                frame_summary.colno, frame_summary.end_colno
            )
            if marks:
                text += marks + "\n"
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self):
        """The lines that show all calls, a piece for each."""
        pieces = []
        last = None
        count = 0
        for frame in self:
            piece = self.format_frame_summary(frame)
            if piece is None:
                continue
            if frame[:3] != last:
                pieces += _repeated(count)
                last = frame[:3]
                count = 0
            count += 1
            if count <= _REPEATS:
                pieces.append(piece)
        return pieces + _repeated(count)


def _repeated(count):
    more = count - _REPEATS
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"] if more > 0 else []


def _summaries(calls):
    return StackSummary(
        [
            FrameSummary(file, line, name, end_lineno=end_line, colno=column, end_colno=end_column)
            for file, line, name, end_line, column, end_column in calls
        ]
    )


def extract_tb(tb, limit=None):
    """Where the calls of a traceback stand."""
    return _summaries([] if tb is None else _limited(_interleave.calls_of(tb), limit))


def extract_stack(f=None, limit=None):
    """Where the program's present calls stand."""
    return _summaries(_limited(_interleave.calls_of(None)[::-1], limit)[::-1])


def walk_tb(tb):
    """The frames of a traceback with their lines."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def clear_frames(tb):
    """Nothing: what a call's variables held has gone with the call."""


def format_list(extracted_list):
    """The lines that show calls, a piece for each."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Write the lines that show calls."""
    _write("".join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    """The lines that show a traceback's calls, a piece for each."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Write the lines that show a traceback's calls."""
    _write("".join(format_tb(tb, limit)), file)


def format_stack(f=None, limit=None):
    """The lines that show the program's present calls, a piece for each."""
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Write the lines that show the program's present calls."""
    _write("".join(format_stack(f, limit)), file)


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def _text_of(value, what):
    try:
        return str(value)
    except BaseException:
        return f"<{what} str() failed>"


class _Frame:
    """The frame around the members of a group, as far as it is drawn."""

    depth = 0
    is_open = False

    def put(self, text, margin="|"):
        """The text inside of the frame."""
        start = "  " * self.depth + (margin + " " if self.depth else "")
        return "".join([start + line for line in text.splitlines(True)])


class TracebackException:
    """What there is to show of an error, without the error."""

    def __init__(
        self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
        capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None
    ):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit)
        # Its calls may all be the library's.
        self._is_raised = exc_traceback is not None and limit is None
        self.exc_type = exc_type
        self._str = _text_of(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is not None:
            _seen.add(id(exc_value))
            return
        seen = {id(exc_value)}

        def summary(error):
            return TracebackException(
                type(error), error, error.__traceback__, limit=limit,
                max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen
            )

        open = [] if exc_value is None else [(self, exc_value)]
        while open:
            made, error = open.pop()
            cause, context = error.__cause__, error.__context__
            if cause is not None and id(cause) not in seen:
                made.__cause__ = summary(cause)
                open.append((made.__cause__, cause))
            is_shown = made.__cause__ is None and not error.__suppress_context__
            if (is_shown or not compact) and context is not None and id(context) not in seen:
                made.__context__ = summary(context)
                open.append((made.__context__, context))
            if isinstance(error, BaseExceptionGroup):
                made.exceptions = [summary(each) for each in error.exceptions]
                open += zip(made.exceptions, error.exceptions)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of an error with its traceback."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """The last lines: class and message, and the notes."""
        if self.exc_type is None:
            yield f"None: {self._str}\n"
            return
        name = self.exc_type.__qualname__
        if self.exc_type.__module__ not in ("builtins", "__main__", "_core"):
            name = f"{self.exc_type.__module__}.{name}"
        yield f"{name}: {self._str}\n" if self._str else f"{name}\n"
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _text_of(note, "note").split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield repr(notes)

    def format(self, *, chain=True, _frame=None):
        """All lines, a piece for each call."""
        frame = _Frame() if _frame is None else _frame
        shown = []
        error = self
        while error is not None:
            link = before = None
            if chain and error.__cause__ is not None:
                link, before = _CAUSE, error.__cause__
            elif chain and error.__context__ is not None and not error.__suppress_context__:
                link, before = _CONTEXT, error.__context__
            shown.append((link, error))
            error = before
        for link, error in reversed(shown):
            if link is not None:
                yield frame.put(link)
            if error.exceptions is None:
                yield from error._own(frame, "", "|")
            elif frame.depth > self.max_group_depth:
                yield frame.put(f"... (max_group_depth is {self.max_group_depth})\n")
            else:
                yield from error._group(frame, chain, self.max_group_width)

    def _own(self, frame, kind, margin):
        if self.stack or self._is_raised:
            yield frame.put(f"{kind}Traceback (most recent call last):\n", margin)
            for piece in self.stack.format():
                yield frame.put(piece)
        for piece in self.format_exception_only():
            yield frame.put(piece)

    def _group(self, frame, chain, width):
        is_outermost = frame.depth == 0
        if is_outermost:
            frame.depth = 1
        yield from self._own(frame, "Exception Group ", "+" if is_outermost else "|")
        more = len(self.exceptions) - width
        members = self.exceptions[:width] + ([None] if more > 0 else [])
        frame.is_open = False
        for number, member in enumerate(members, 1):
            frame.is_open = number == len(members)
            title = "..." if member is None else number
            yield "  " * frame.depth + f"{'+-' if number == 1 else '  '}+---------------- {title} ----------------\n"
            frame.depth += 1
            if member is None:
                yield frame.put(f"and {more} more exception{'s' if more > 1 else ''}\n")
            else:
                yield from member.format(chain=chain, _frame=frame)
            if frame.is_open:
                yield "  " * frame.depth + "+------------------------------------\n"
                frame.is_open = False
            frame.depth -= 1
        if is_outermost:
            frame.depth = 0

    def print(self, *, file=None, chain=True):
        """Write all lines."""
        for piece in self.format(chain=chain):
            _write(piece, file)


def _summary(exc, value, tb, limit=None):
    """Of an error, or of a class, an error and a traceback."""
    if (value is ...) != (tb is ...):
        raise ValueError("Both or neither of value and tb must be given")
    if value is ...:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        value, tb = exc, None if exc is None else exc.__traceback__
    return TracebackException(type(value), value, tb, limit=limit, compact=True)


def format_exception(exc, /, value=..., tb=..., limit=None, chain=True):
    """An error's text, a piece for each call; also with class, error and traceback given."""
    return list(_summary(exc, value, tb, limit).format(chain=chain))


def format_exception_only(exc, /, value=...):
    """The last lines of an error's text: its class and message."""
    value = exc if value is ... else value
    return list(_summary(type(value), value, None).format_exception_only())


def print_exception(exc, /, value=..., tb=..., limit=None, file=None, chain=True):
    """Write an error's text."""
    _write("".join(format_exception(exc, value, tb, limit, chain)), file)


def format_exc(limit=None, chain=True):
    """The text of the error being handled."""
    error = sys.exc_info()[1]
    if error is not None and limit is None and chain and not hasattr(sys, "tracebacklimit"):
        return _interleave.format_exception(error)
    return "".join(format_exception(error, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Write the text of the error being handled."""
    _write(format_exc(limit, chain), file)
