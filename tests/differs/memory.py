# status 4
# CPython would take what the computer has.
numbers = []
while True:
    numbers.append([0] * 1_000_000)
