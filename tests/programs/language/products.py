# Products and ranges about where factors and results cease to fit 32 and 64 bits.
factors = [0, 1, -1, 3, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32, 3037000499, 3037000500, 2**62, 2**63 - 1, -(2**63)]
for a in factors:
    print([a * b for b in factors])


def multiply(a, b):
    return a * b


print([multiply(a, a) for a in factors])
for start, stop, step in [
    (0, 2**33, 2**31),
    (0, -(2**33), -(2**31)),
    (2**63 - 5, 2**63 - 1, 3),
    (-(2**63), 2**63 - 1, 2**62),
    (2**62, -(2**63), -(2**62)),
    (5, 0, 1),
]:
    print([number for number in range(start, stop, step)])
