"""A task that nobody refers to any more goes, pending as it is."""

import asyncio
import gc


async def waits_forever():
    await asyncio.get_running_loop().create_future()


async def main():
    asyncio.create_task(waits_forever(), name="lost")
    await asyncio.sleep(0)
    gc.collect()
    print("end of main")


asyncio.run(main())
