# An uncaught error in a generator, used in a comprehension.
def produce():
    yield 1
    raise LookupError("nothing more")

def consume():
    return [x * 2 for x in produce()]

consume()
