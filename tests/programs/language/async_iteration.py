# async for, async with, asynchronous generators and comprehensions, driven by hand.
def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value
class Pause:
    def __await__(self):
        yield
async def numbers(n):
    try:
        for i in range(n):
            await Pause()
            yield i
    finally:
        print("generator closed")
class Count:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Pause()
        return self.n
class Manager:
    async def __aenter__(self):
        await Pause()
        print("enter")
        return "managed"
    async def __aexit__(self, kind, value, traceback):
        await Pause()
        print("exit", kind and kind.__name__)
        return kind is ValueError
async def main():
    async for x in numbers(3):
        print("x", x)
    async for x in Count(2):
        print("count", x)
    else:
        print("else")
    print([x async for x in numbers(4) if x % 2], {x: 1 async for x in Count(2)}, [await value(n) for n in range(3)])
    async with Manager() as m, Manager():
        print(m)
    async with Manager():
        raise ValueError("suppressed")
    g = numbers(5)
    print(await anext(g), await g.__anext__(), await g.asend(None))
    await g.aclose()
    print(await anext(g, "default"))
    async def echo():
        got = yield 1
        while True:
            got = yield got
    e = echo()
    print(await e.asend(None), await e.asend("sent"))
    async for x in numbers(10):
        if x == 1:
            break
    try:
        async for x in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)
    return "done"
async def value(n):
    await Pause()
    return n * n
print(run(main()))
