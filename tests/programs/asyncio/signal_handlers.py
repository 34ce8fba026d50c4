import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()

    def stop(word):
        print("stop", word, asyncio.get_running_loop() is loop)
        stopped.set()

    loop.add_signal_handler(signal.SIGTERM, stop, "now")
    loop.call_later(0.1, os.kill, os.getpid(), signal.SIGTERM)
    await stopped.wait()
    print(loop.remove_signal_handler(signal.SIGTERM))
    print(loop.remove_signal_handler(signal.SIGTERM))
    print(signal.getsignal(signal.SIGTERM))

    got = asyncio.Queue()
    loop.add_signal_handler(signal.SIGUSR1, got.put_nowait, "usr1")
    pid = os.fork()
    if pid == 0:
        os.kill(os.getppid(), signal.SIGUSR1)
        os._exit(0)
    print(await got.get())
    os.waitpid(pid, 0)

    async def coroutine():
        pass

    for arguments in (
        (signal.SIGTERM, coroutine),
        (signal.SIGKILL, print),
        (99, print),
        ("SIGTERM", print),
    ):
        try:
            loop.add_signal_handler(*arguments)
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
print(signal.getsignal(signal.SIGUSR1))
