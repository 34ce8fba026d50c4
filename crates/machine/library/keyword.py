"""Python's keywords."""

__atomic__ = True
__all__ = (
    "iskeyword", "issoftkeyword", "kwlist", "softkwlist",
)

kwlist = (
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
    "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
    "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield",
)
softkwlist = ("_", "case", "match")


def iskeyword(text):
    """Whether `text` is a keyword."""
    return text in kwlist


def issoftkeyword(text):
    """Whether `text` is a keyword in some places only."""
    return text in softkwlist
