# close() and the finally of a generator.
def resource():
    print("open")
    try:
        yield 1
        yield 2
    finally:
        print("closed")
g = resource()
print(next(g))
g.close()
print(list(g))
g.close()
resource().close()
for x in resource():
    print(x)
    break
print("after the loop")
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
def sees():
    try:
        yield
    except GeneratorExit:
        print("exit seen")
        raise
x = sees()
next(x)
x.close()
def deleted():
    try:
        yield 1
    finally:
        print("finally by deletion")
d = deleted()
next(d)
del d
print("deleted")
