"""Making, setting, running and closing a loop by hand."""

import asyncio


async def main(loop):
    print(asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)
    print(loop.is_running(), loop.is_closed())
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    other = asyncio.new_event_loop()
    try:
        other.run_forever()
    except RuntimeError as error:
        print(error)
    other.close()
    return "result"


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)
print(loop.run_until_complete(main(loop)))
loop.close()
loop.close()
for use in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    try:
        use()
    except RuntimeError as error:
        print(error)
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.set_event_loop(3)
except TypeError as error:
    print(error)
