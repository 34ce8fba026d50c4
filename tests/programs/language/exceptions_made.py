# How instances of exception classes come about: by the builtin class alone, by the program's own methods, by what a class
# or its metaclass is told later.
class Plain(Exception):
    pass


class Deeper(Plain):
    note = "from the class"


class WithInit(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.b = b


class WithNew(Exception):
    def __new__(cls, *args):
        made = super().__new__(cls, *args)
        made.made = len(args)
        return made


class Meta(type):
    def __call__(cls, *args):
        return ("called", args)


class ByMeta(Exception, metaclass=Meta):
    pass


class Mine(OSError):
    pass


class Key(KeyError):
    pass


def show(make, *args):
    try:
        raise make(*args)
    except TypeError as error:
        return "TypeError", str(error)
    except Exception as error:
        return type(error).__name__, error.args, sorted(vars(error).items()), str(error)


for round in range(3):
    print(show(Plain), show(Plain, 1), show(Plain, [1], "b"))
    print(show(Deeper, round), Deeper(1).note, Deeper(2).args)
    print(show(WithInit, 1), show(WithInit, 1, 3), show(WithInit))
    print(show(WithNew, 1, 2), ByMeta(1, 2))
    print(show(Key, "k"), Mine("just text").args)
    if round == 0:
        Plain.__init__ = lambda self, *args: setattr(self, "seen", args)
    if round == 1:
        del Plain.__init__

# Who is caught, and what is handled in between.
for error in (Deeper(1), Key(2), Mine(3), ZeroDivisionError(4)):
    try:
        try:
            raise error
        except Plain as caught:
            print("Plain", caught.args)
        except (KeyError, OSError) as caught:
            print("one of two", caught.args)
            raise Plain("again")
    except Plain as caught:
        print(caught, repr(caught.__context__))
    except ArithmeticError as caught:
        print("ArithmeticError", caught, caught.__context__)

for wrong in (3, int, (Plain, 3), "text"):
    try:
        try:
            raise Plain
        except wrong:
            print("caught")
    except TypeError as error:
        print(error, repr(error.__context__))
