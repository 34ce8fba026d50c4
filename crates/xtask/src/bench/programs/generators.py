def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for i in source:
        if i % 2 == 0:
            yield i


def squares(source):
    yield from (i * i for i in source)


assert sum(squares(evens(numbers(500_000)))) == 20_833_208_333_500_000
