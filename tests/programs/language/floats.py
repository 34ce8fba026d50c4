# Floats: repr, rounding, special values.
print(0.1, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.0, -0.0, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 100.0, 1/3, 2/3)
print(float("inf"), -float("inf"), float("nan"), float("1e3"), float("  2.5 "), float("-0"), float("1_0.5"), float("Infinity"), float())
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.15, 1), round(1234.567, -2), round(0.5), round(1e300), round(2.5, 0), type(round(2.0)).__name__)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 2.0 ** 0.5, 2 ** 0.5, (-8.0) ** 3)
nan, inf = float("nan"), float("inf")
print(nan == nan, nan != nan, nan < 1, inf > 10 ** 100, inf - inf, inf * 0, min(1, nan), [nan] == [nan], nan in [nan])
print((2.5).is_integer(), (4.0).is_integer(), (0.5).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), (1.5).__trunc__())
print(1.5 + 1, 3 * 0.5, 7 / 2, 6 / 3, 1 // 0.3, 2 ** 0.5 * 2 ** 0.5, 1e308 * 10, -1e308 * 10, 5e-324 / 2)
print(hash(1.0), hash(0.5), hash(inf), hash(-inf), hash(1e100), 1.0 == 1, {1: "a"}[1.0])
import math
print(math.pi, math.e, math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.7), math.isnan(nan), math.isinf(inf), math.isclose(0.1 + 0.2, 0.3), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.sin(1), math.cos(1), math.atan2(1, 2), math.log(10), math.log2(8), math.log10(1000), math.log(8, 2), math.exp(1), math.hypot(3, 4), math.degrees(math.pi), math.copysign(1, -0.0), math.fmod(-7, 3), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 3), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: int(inf), lambda: round(inf), lambda: math.exp(1000), lambda: 10.0 ** 400, lambda: math.factorial(-1), lambda: math.floor(nan)):
    try:
        print(action())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(f"{1e10}", f"{123456.789:.10g}", repr(1e5), str(12345678.9), 0.1 * 3, 1.1 + 2.2, 4.35 * 100, 1e-7, 9007199254740993.0)
