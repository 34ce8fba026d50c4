class Problem(Exception):
    pass


def check(i):
    if i % 2:
        raise Problem(i)
    return i


caught = 0
for i in range(300_000):
    try:
        check(i)
    except Problem as problem:
        caught += problem.args[0] & 1
    finally:
        caught += 0
assert caught == 150_000
