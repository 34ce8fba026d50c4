"""Texts in lines of a certain width."""

__atomic__ = True
__all__ = ("wrap", "fill", "dedent", "indent", "shorten", "TextWrapper")


class TextWrapper:
    """Breaks texts into lines."""

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
        replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
        drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """The lines of a text."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if ch in "\t\n\x0b\x0c\r" else ch for ch in text])
        chunks = list(_chunks(text, self.break_on_hyphens))
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and chunks[0].isspace():
                del chunks[0]
            line = self._take_line(chunks, room)
            if self.drop_whitespace and line and line[-1].isspace():
                line.pop()
            if not line:
                continue
            is_last = self.max_lines is not None and len(lines) + 1 == self.max_lines
            left = [chunk for chunk in chunks if not self.drop_whitespace or not chunk.isspace()]
            if is_last and left:
                self._end(lines, line, indent, room)
                break
            lines.append(indent + "".join(line))
        return lines

    def _take_line(self, chunks, room):
        """Take the chunks of one line away from the front."""
        line = []
        length = 0
        while chunks and length + len(chunks[0]) <= room:
            length += len(chunks[0])
            line.append(chunks.pop(0))
        if chunks and len(chunks[0]) > room:
            if self.break_long_words:
                space = max(room - length, 1 if not line else 0)
                line.append(chunks[0][:space])
                chunks[0] = chunks[0][space:]
            elif not line:
                line.append(chunks.pop(0))
        return line

    def _end(self, lines, line, indent, room):
        """End the text with the placeholder, where no more lines are allowed."""
        while line:
            if not line[-1].isspace() and len("".join(line)) + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
            lines[-1] = lines[-1].rstrip() + self.placeholder
            return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        """The text with line ends where lines end."""
        return "\n".join(self.wrap(text))


def _chunks(text, on_hyphens):
    """Words, the spaces between them, and the parts of words with hyphens."""
    start = 0
    for position in range(1, len(text) + 1):
        is_end = position == len(text) or text[position].isspace() != text[position - 1].isspace()
        if is_end or on_hyphens and _breaks_after(text, position - 1):
            yield text[start:position]
            start = position


def _breaks_after(text, position):
    """Whether a line may end after a hyphen: one between letters."""
    before, after = text[max(position - 2, 0) : position], text[position + 1 : position + 3]
    return (
        text[position] == "-"
        and len(before) == 2 == len(after)
        and before.isalnum() and before[1].isalpha()
        and after.isalnum() and after[1].isalpha()
    )


def wrap(text, width=70, **kwargs):
    """The lines of a text."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The text with line ends where lines end."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line, with its end left out where there is no room."""
    wrapper = TextWrapper(width=width, max_lines=1, **kwargs)
    return wrapper.fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the white space that all lines begin with."""
    lines = ["" if line.strip(" \t") == "" else line for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[: len(line) - len(line.lstrip(" \t"))]
            margin = indent if margin is None else _common_start(margin, indent)
    return "\n".join([line[len(margin) :] if margin else line for line in lines])


def _common_start(one, other):
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def indent(text, prefix, predicate=None):
    """The text with something before each line that is not blank."""
    if predicate is None:
        predicate = str.strip
    return "".join(
        [prefix + line if predicate(line) else line for line in text.splitlines(True)]
    )
