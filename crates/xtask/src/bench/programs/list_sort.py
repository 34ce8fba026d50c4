def numbers(n):
    state = 1
    for _ in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        yield state


values = list(numbers(100_000))
ordered = sorted(values)
by_key = sorted(values, key=lambda value: -value)
pairs = sorted((value % 1000, value) for value in values)
assert ordered == by_key[::-1] and pairs[0][0] == 0
