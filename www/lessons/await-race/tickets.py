import asyncio
import random

CUSTOMERS = 3  # @param {type:"slider", min:1, max:8, step:1, label:"Customers", label_zh:"顾客数"}
TICKETS = 1  # @param {type:"slider", min:1, max:8, step:1, label:"Tickets", label_zh:"票数"}
NETWORK = "slow and fast"  # @param ["slow and fast", "always the same"] {label:"The network", label_zh:"网络"}
REMEDY = "none"  # @param ["none", "reserve first", "lock"] {label:"Remedy", label_zh:"解决办法"}

tickets = TICKETS
sold = 0
lock = asyncio.Lock()


async def network():
    if NETWORK == "slow and fast":
        await asyncio.sleep(random.uniform(0.01, 0.05))
    else:
        await asyncio.sleep(0.03)


async def buy():
    global tickets, sold
    if tickets == 0:
        return
    if REMEDY == "reserve first":
        tickets -= 1
        await network()
    else:
        await network()
        tickets -= 1
    sold += 1


async def visit():
    await network()
    if REMEDY == "lock":
        async with lock:
            await buy()
    else:
        await buy()


async def main():
    await asyncio.gather(*[visit() for i in range(CUSTOMERS)])


asyncio.run(main())
print("tickets", tickets)
print("sold", sold)
