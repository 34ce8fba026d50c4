# Names with two underscores belong to their class.
class Base:
    __secret = "base"
    def __init__(self):
        self.__value = 1
    def get(self):
        return self.__value, self.__secret
    def __hidden(self):
        return "hidden base"
    def call(self):
        return self.__hidden()
class Derived(Base):
    def __init__(self):
        super().__init__()
        self.__value = 2
    def __hidden(self):
        return "hidden derived"
d = Derived()
print(d.get(), d.call(), sorted(vars(d)))
print(d._Base__value, d._Derived__value, Base._Base__secret)
try:
    d.__value
except AttributeError as error:
    print(error)
class _Under:
    def __m(self): return "m"
    def go(self): return self.__m()
print(_Under().go(), hasattr(_Under, "_Under__m"))
