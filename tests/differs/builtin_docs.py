# The texts of builtin types and functions would be most of what a visitor downloads; a program's own are there.
def documented():
    """Its text."""


assert documented.__doc__ == "Its text."
assert int.__doc__ is None and Exception.__doc__ is None
