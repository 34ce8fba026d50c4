def count(n):
    i = 0
    while i < n:
        i += 1
    return i


assert count(3_000_000) == 3_000_000
