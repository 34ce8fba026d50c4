"""With logging configured, the loop's messages go where the program's go."""

import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s %(name)s %(message)s")


async def broken():
    raise ValueError("broken")


async def main():
    logging.info("main")
    task = asyncio.create_task(broken())
    await asyncio.sleep(0)
    del task
    logging.info("end of main")


asyncio.run(main())
