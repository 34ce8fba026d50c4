"""If the loop is stopped first, run_until_complete has no result to give."""

import asyncio


async def main():
    asyncio.get_running_loop().stop()
    await asyncio.sleep(0.05)
    return "late"


loop = asyncio.new_event_loop()
task = loop.create_task(main())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
print(loop.run_until_complete(task))
loop.close()
