# Methods and attributes of int and bool.
print((10).bit_length(), (10).bit_count(), (-10).bit_length(), (255).to_bytes(2, "little"), int.from_bytes(b"\x00\xff", "big"), (-2).to_bytes(2, "big", signed=True), (5).as_integer_ratio(), (5).conjugate(), (5).numerator, (5).denominator, True.real, (7).__class__.__name__)
print(int("0b11", 0), int("-0x1F", 16), int("١٢٣"), int(" 1_000 "), int("+5"), int(-2.9), int("0", 0), int("zz", 36), int(b"12"), int("-0"))
print(5 .__add__(2), (5).__eq__(5), (5).__lt__("a"), (5).__radd__(1), (5).__divmod__(3), int.__mul__(2, 3), (5).__bool__(), (0).__bool__(), (3).__hash__(), (3).__str__(), (3).__index__(), (-3).__abs__(), (3).__pow__(2), (3).__float__(), (7).__rsub__(10))
print(True.bit_length(), True.__class__, bool.__mro__, int(True), True + 1, True.__and__(False), False.__or__(True), repr(True), str(False), True == 1, hash(True), [10, 20][True], "ab"[False], sum([True] * 3), True / 2, -True, +True)
print(10 // 3, -10 // 3, 10 % -3, divmod(-10, 3), 2 ** 10, 2 ** -1, 0 ** 0, 7 & 3, 7 | 8, 7 ^ 2, ~7, 1 << 10, -1 >> 1, 100 >> 3, abs(-7), round(7), pow(7, 2, 5), 1 if 0 else 2)
for action in (lambda: int("12a"), lambda: int(""), lambda: int("1__0"), lambda: int("_1"), lambda: int("0x1F"), lambda: int("5", 37), lambda: int([1]), lambda: int(1, 2), lambda: int("1", base="a"), lambda: (300).to_bytes(1, "big"), lambda: 5 .foo, lambda: len(5), lambda: 1 << -1, lambda: 5 % 0, lambda: 5 // 0, lambda: 0 ** -1, lambda: 5 @ 5, lambda: 5 < "5", lambda: True + "a", lambda: int(x=5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
