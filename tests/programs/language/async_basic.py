# Coroutines driven by hand.
class Step:
    def __init__(self, label): self.label = label
    def __await__(self):
        received = yield self.label
        return received
async def child(name):
    print("child", name)
    got = await Step(name)
    print("got", got)
    return name.upper()
async def parent():
    first = await child("a")
    second = await child("b")
    return first + second
c = parent()
print(type(c).__name__, c.__name__)
print(c.send(None))
print(c.send(1))
try:
    c.send(2)
except StopIteration as stop:
    print("result", stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
async def catches():
    try:
        await Step("wait")
    except ValueError as error:
        return f"caught {error}"
c = catches()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value)
async def cleans():
    try:
        await Step("open")
    finally:
        print("closed")
c = cleans()
c.send(None)
c.close()
async def wrong():
    await 5
c = wrong()
try:
    c.send(None)
except TypeError as error:
    print(error)
async def raises():
    raise KeyError("inside")
try:
    raises().send(None)
except KeyError as error:
    print(repr(error))
