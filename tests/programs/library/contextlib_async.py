# asynccontextmanager and AsyncExitStack, driven by hand.
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, nullcontext
class Step:
    def __init__(self, label): self.label = label
    def __await__(self):
        yield self.label
        return self.label.upper()
def run(coroutine):
    try:
        while True:
            print("step", coroutine.send(None))
    except StopIteration as stop:
        return stop.value
@asynccontextmanager
async def managed(name, swallow=False):
    print("enter", name, await Step("opening"))
    try:
        yield name
    except ValueError as error:
        print("saw", error)
        if not swallow:
            raise
    finally:
        print("exit", name)
async def main():
    async with managed("a") as a:
        print("body", a)
    async with managed("b", swallow=True):
        raise ValueError("swallowed")
    try:
        async with managed("c"):
            raise ValueError("passes")
    except ValueError as error:
        print("outside", error)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed("d")), stack.enter_context(nullcontext(7)))
        async def bye(x):
            print("bye", x, await Step("leaving"))
        stack.push_async_callback(bye, 1)
        stack.callback(print, "sync")
    async with nullcontext("n") as n:
        print(n)
    async def numbers():
        try:
            yield 1
            yield 2
        finally:
            print("aclosed")
    async with aclosing(numbers()) as g:
        async for n in g:
            print(n)
            break
    @managed("deco")
    async def decorated():
        return 5
    print(await decorated())
    try:
        await AsyncExitStack().enter_async_context(5)
    except TypeError as error:
        print(error)
    return "done"
print(run(main()))
