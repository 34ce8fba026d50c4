"""A loop's exception handler gets what would be logged."""

import asyncio


def handler(loop, context):
    print("handler:", context["message"], repr(context.get("exception")), sorted(context))


def failing_handler(loop, context):
    raise RuntimeError("handler failed")


async def broken():
    raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    asyncio.create_task(broken())
    await asyncio.sleep(0)
    loop.call_soon(int, "x")
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand"})
    loop.default_exception_handler({"message": "by default", "note": "extra"})
    loop.set_exception_handler(failing_handler)
    loop.call_exception_handler({"message": "trouble"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({})
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        print(error)


asyncio.run(main())
