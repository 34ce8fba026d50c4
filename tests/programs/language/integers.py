# Integers without bound.
print(2 ** 100, -2 ** 63, 10 ** 30 // 7, 10 ** 30 % 7, -(10 ** 20) // 3, -(10 ** 20) % 3)
print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), divmod(7, -2))
print(1 << 70, (1 << 70) >> 68, -1 >> 5, ~5, ~(2 ** 70), 5 & 3, 5 | 3, 5 ^ 3, -5 & 0xFF, (2 ** 80) & (2 ** 80 - 1), -(2 ** 70) | 1)
print(0xff, 0o17, 0b101, 1_000_000, int("0x1f", 16), int("101", 2), int("z", 36), int("0b11", 0), int("  42  "), int("-1_000"))
print(int(3.99), int(-3.99), int("12"), int(True), int(), int(1e20))
print((5).bit_length(), (0).bit_length(), (-256).bit_length(), (2 ** 100).bit_length(), (255).bit_count(), (10).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff", "big", signed=True))
print(pow(2, 10), pow(3, 200, 13), pow(3, -1, 7), 2 ** -1, (-2) ** 3, 0 ** 0)
print(10 ** 18 + 1, 9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 9223372036854775807)
print(hex(255), oct(8), bin(10), hex(-255), hex(2 ** 70), round(1234, -2), round(1250, -2), round(1350, -2), round(5))
print((1).numerator, (7).real, abs(-5), (-5).__abs__(), 5 .__add__(3))
print(3 == 3.0, 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 10 ** 400 > 1e308, hash(2 ** 61 - 1), hash(-1), hash(2 ** 100))
import math
print(math.factorial(25), math.gcd(48, 180), math.isqrt(10 ** 20 + 5), math.comb(30, 15), math.lcm(4, 6), math.perm(5, 2))
a = 123456789 ** 5
b = 987654321 ** 3
print(a * b, a // b, a % b, a - b, -a // b, a ^ b, a < b)
print(str(3 ** 300)[-10:], len(str(3 ** 3000)))
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
print(True + True, True * 5, sum([True, False, True]), True & False, True | 2, ~True, -True, True == 1, isinstance(True, int))
try:
    float(10 ** 400)
except OverflowError as error:
    print(error)
try:
    pow(2, -1, 4)
except ValueError as error:
    print(error)
print(5 .__class__.__name__, (5).conjugate(), int.__name__, (12).as_integer_ratio(), (-7).__floordiv__(2))
