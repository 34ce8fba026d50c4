# send() passes values into a generator.
def average():
    total, count, mean = 0, 0, None
    while True:
        value = yield mean
        total += value
        count += 1
        mean = total / count
g = average()
print(next(g), g.send(10), g.send(20), g.send(3))
def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received
e = echo()
print(next(e), e.send("a"), next(e))
try:
    e.send("c")
except StopIteration as stop:
    print(stop.value)
try:
    average().send(5)
except TypeError as error:
    print(error)
print(average().send(None))
def recursive():
    yield next(me)
me = recursive()
try:
    next(me)
except ValueError as error:
    print(error)
def assigns():
    x = yield
    print("got", x)
    y = yield x
    print("got", y)
g = assigns()
next(g)
print(g.send("first"))
print(g.send("second") if False else next(g, "over"))
