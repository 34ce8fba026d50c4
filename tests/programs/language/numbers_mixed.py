# Arithmetic between int, float and bool.
print(1 + 1.0, 1 + True, 2 * 1.5, 7 // 2.0, 7 % 2.5, 2 ** 0.5, 2 ** -2, 1 / 3, 10 / 5, 3.0 == 3, 3 < 3.1, True < 2, 0.1 + 0.2 == 0.3, round(0.1 + 0.2, 10) == 0.3)
print(5 / 2, -5 / 2, 5 // 2, -5 // 2, 5 % -3, -5 % 3, 5.5 % 2, -5.5 % 2, divmod(7, 2), divmod(-7.5, 2), 0.0 == -0.0, 1e3 == 1000)
print(int(1e15), 10 ** 15 + 0.5, 2 ** 53 + 1.0, 1e16 + 1, (2 ** 53 + 1) / 1, 2 ** 64 / 2 ** 63, 10 ** 308 * 1.0, abs(-0.0), -0.0, 0 * -1, 0.0 * -1)
print(1_000 * 2, 0x10 + 0b1 + 0o7, 1e2, 1E-2, .5, 5., 00, 1_0.0_1, 0xDEAD_BEEF)
print((0.1).as_integer_ratio(), (5).real, (5).imag, (5).denominator, (2.0).is_integer(), max(1, 1.0), max(1.0, 1), min(0, -0.0), sum([1, 2.5, True]), isinstance(1.0, int))
print(3.7 // 1, 3.7 % 1, -3.7 // 1, int(-3.7), round(-3.5), round(4.5), round(1e16), round(123.456, -1), round(5, -1), round(15, -1), round(25, -1), round(1.0, 3), pow(2.0, 3), pow(2, -1), pow(0, 0))
for action in (lambda: 1 / 0.0, lambda: 1 % 0.0, lambda: 2.0 ** 10000, lambda: 1 << 2.0, lambda: 1.0 & 1, lambda: round(1.5, "a"), lambda: 10 ** 400 / 3, lambda: int("1e5")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
