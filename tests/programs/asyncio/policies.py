import asyncio
import threading

policy = asyncio.get_event_loop_policy()
print(type(policy).__name__, isinstance(policy, asyncio.AbstractEventLoopPolicy))
print(isinstance(policy, asyncio.DefaultEventLoopPolicy), policy is asyncio.get_event_loop_policy())
loop = policy.new_event_loop()
policy.set_event_loop(loop)
print(policy.get_event_loop() is loop)
loop.close()


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("new loop")
        return super().new_event_loop()

    def set_event_loop(self, loop):
        print("set loop", loop is not None)
        super().set_event_loop(loop)


async def main():
    return asyncio.get_event_loop() is asyncio.get_running_loop()


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(main()))


def thread():
    try:
        asyncio.get_event_loop()
    except RuntimeError as error:
        print(error)


other = threading.Thread(target=thread, name="other")
other.start()
other.join()
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()).__name__)
for wrong in (
    lambda: asyncio.set_event_loop_policy(3),
    lambda: asyncio.set_event_loop(3),
    lambda: asyncio.AbstractEventLoopPolicy().new_event_loop(),
):
    try:
        wrong()
    except (TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
