"""Of nested timeouts each answers for its own deadline."""

import asyncio


async def run(outer, inner):
    try:
        async with asyncio.timeout(outer) as outer_limit:
            try:
                async with asyncio.timeout(inner) as inner_limit:
                    await asyncio.sleep(0.1)
            except TimeoutError:
                print("inner expired")
                await asyncio.sleep(0.1)
    except TimeoutError:
        print("outer expired")
    print(outer_limit.expired(), inner_limit.expired())


async def main():
    await run(0.15, 0.05)
    await run(0.05, 0.15)
    await run(1, 0.05)


asyncio.run(main())
