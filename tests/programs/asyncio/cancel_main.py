"""When main is cancelled from within, asyncio.run raises CancelledError."""

import asyncio


async def main():
    asyncio.get_running_loop().call_later(0.05, asyncio.current_task().cancel, "by timer")
    await asyncio.sleep(10)


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("cancelled", error.args)
