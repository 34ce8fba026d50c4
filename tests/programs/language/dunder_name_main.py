# __name__, __doc__, docstrings and dunder variables of a module.
"""Not the docstring: a comment is no statement, but this string is the first one."""
def documented():
    """Says something.

    And more.
    """
class Documented:
    "One line."
    def method(self):
        'Single quotes.'
def undocumented():
    x = 1
    "not a docstring"
print(__name__, __doc__)
print(documented.__doc__)
print(Documented.__doc__, Documented.method.__doc__, undocumented.__doc__, (lambda: 0).__doc__)
documented.__doc__ = "changed"
print(documented.__doc__)
if __name__ == "__main__":
    print("run as a program")
def main():
    return 0
if __name__ == "__main__":
    print(main())
