from greenlet import greenlet


def first():
    print(12)
    two.switch()
    print(34)
    two.switch()


def second():
    print(56)
    one.switch()
    print(78)


one = greenlet(first)
two = greenlet(second)
one.switch()
print("main again")
