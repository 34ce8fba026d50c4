# Builtins that convert.
print(int("42"), int(" -7 "), int(3.9), int("ff", 16), float("1.5"), float(2), str(5), str(None), str([1, "a"]), bool(0), bool("0"), bool([]), bool([0]), list("ab"), tuple([1]), set([1, 1]), dict(a=1), bytes(2), chr(65), ord("A"), hex(255), oct(8), bin(5), ascii("é"), repr("a'b"), repr(1.0), format(5, "03"))
print(type(1), type("a"), type(None), type([]), type(type), type(len), type(lambda: 0), type(int), type(...), type(NotImplemented), type(range(1)), type({}.keys()), type(iter([])), type(x for x in []), type(print))
print(isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), isinstance(1, int | str), callable(print), callable(5), hasattr("a", "upper"), getattr("a", "upper")(), getattr(5, "zz", "default"), id(None) == id(None), hash(5), hash("a") == hash("a"))
print(int(), float(), str(), bool(), list(), tuple(), dict(), set(), bytes(), frozenset(), object().__class__.__name__)
for action in (lambda: int("a"), lambda: int("1.5"), lambda: int(None), lambda: int("1", 1), lambda: int("9", 8), lambda: int(5, 10), lambda: float("x"), lambda: float(None), lambda: float([]), lambda: str(b"a", 5), lambda: list(1), lambda: dict(1), lambda: ord("ab"), lambda: ord(5), lambda: chr(-1), lambda: hex("a"), lambda: bin(1.5), lambda: bytes("a"), lambda: bool(1, 2), lambda: int("²"), lambda: round("a"), lambda: format(1, 5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(int("١٢"), float("1e-3"), int(-0.5), int("0b101", 2), int("0o17", 0), repr(float("-inf")), str(1e21), str(123456789012345678), float("1" * 20))
