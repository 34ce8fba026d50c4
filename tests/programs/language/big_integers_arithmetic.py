# Large integers: all operators, conversion, comparison.
a, b = 3 ** 100, 7 ** 50
print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), -a // b, -a % b, a ** 2 % 1000007, pow(a, b, 998244353))
print(a > b, a == 3 ** 100, a != b, max(a, b) == a, a & b, a | b, a ^ b, ~a, a >> 50, b << 20, -a >> 10, a.bit_length(), bin(b)[:20], hex(a)[:20], oct(b)[-5:])
print(int(str(a)) == a, int("9" * 30), float(2 ** 70), int(1e30), a / b, 10 ** 50 / 10 ** 48, 2 ** 1000 % 10 ** 10, abs(-a) == a, round(a, -40), hash(a), hash(-a), a.to_bytes(20, "big").hex(), int.from_bytes(b"\xff" * 12, "big"))
import math
print(math.gcd(a, 3 ** 50 * 5), math.isqrt(a), math.factorial(30), math.comb(100, 50), math.log2(2 ** 200), math.log10(10 ** 100), sum(range(10 ** 6)), sum([10 ** 18] * 10))
fact = 1
for n in range(1, 41):
    fact *= n
print(fact, len(str(fact)), sum(map(int, str(fact))))
x, y = 0, 1
for _ in range(200):
    x, y = y, x + y
print(x, x % 997)
print(2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1, 2 ** 64 - 1, (2 ** 63 - 1) + 1, (2 ** 63 - 1) * 2, -(-2 ** 63), abs(-2 ** 63), (-2 ** 63) // -1, 2 ** 31 * 2 ** 31, 1 << 62, 1 << 63, 1 << 64)
print(f"{10 ** 20:,}", f"{2 ** 70:x}", f"{10 ** 25:e}", "%d" % 10 ** 2, "%x" % 2 ** 70, f"{-10 ** 20:_}", str(-10 ** 20), repr(10 ** 19))
for action in (lambda: 10 ** 400 * 1.0, lambda: float(10 ** 309), lambda: int("x" * 5), lambda: a / 0, lambda: a % 0, lambda: [1] * 2 ** 70, lambda: "a"[2 ** 70], lambda: (2).to_bytes(0, "big"), lambda: (-1).to_bytes(2, "big"), lambda: int("1" * 5000)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
