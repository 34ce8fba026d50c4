# Chained comparisons evaluate each operand once.
def v(x):
    print("v", x, end=" ")
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(1 < 2 > 1, 1 == 1 != 2, 1 < 3 < 2, 5 > 3 > 1 > 0, 1 in [1] == True, (1 in [1]) == True, 0 == 0 == 0, "a" < "b" < "c", not 1 < 2 < 3)
x = 5
print(0 <= x < 10, 0 <= x <= 4, 1 < x < 10 and x != 7)
print(1 == 1.0 == True, [] is not None is not False, 3 > 2 == True)
a = b = [1]
print(a is b, a is not [1], a == [1], None is None, () == (), x is not None)
print(1 != 2 != 1, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, not True == False, 7 - 3 - 2, 8 / 4 / 2, 1 + 2 * 3 % 4 // 1, 1 | 2 & 3 ^ 1, 1 << 2 + 1, -7 // 2, ~5 + 1, +-+3)
