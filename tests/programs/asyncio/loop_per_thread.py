"""Each thread can run a loop of its own."""

import asyncio
import threading


async def main(name, results):
    await asyncio.sleep(0.02)
    results[name] = asyncio.get_running_loop()


results = {}
threads = [
    threading.Thread(target=lambda name=name: asyncio.run(main(name, results))) for name in "abc"
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results), len(set(results.values())))
