"""stop ends run_forever after the pass in which it was called."""

import asyncio


def tick(loop, left):
    print("tick", left)
    if left:
        loop.call_later(0.025, tick, loop, left - 1)
    else:
        loop.stop()
        loop.call_soon(print, "in the next run")


loop = asyncio.new_event_loop()
loop.call_soon(tick, loop, 3)
loop.run_forever()
print("stopped", loop)
loop.stop()
loop.run_forever()
print("stopped again")
loop.close()
print(loop)
