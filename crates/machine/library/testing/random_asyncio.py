"""Random asyncio programs under a clock of their own, with CPython's asyncio and with ours.

    python3 random_asyncio.py [FIRST_SEED [COUNT]]

What every task sees and in which order is logged and has to be the same. Time is simulated,
so the order is determined: a sleeping loop moves the clock to where it would wake up.
"""

import asyncio
import gc
import math
import os
import pathlib
import random
import subprocess
import sys
import time

TESTING = pathlib.Path(__file__).resolve().parent
STEPS = 5
DEPTH = 3
# A program that has come to do so much may do no more.
LONGEST_LOG = 2000


class Clock:
    """The simulated time. `select` and `acquire` are how either loop sleeps."""

    def __init__(self):
        self.milliseconds = 0
        self.loop = None

    def monotonic(self):
        return self.milliseconds / 1000

    def drive(self, loop):
        self.loop = loop
        if hasattr(loop, "_selector"):
            loop._selector.select = self.select
        else:
            loop._wake_up = self

    def select(self, timeout=None):
        """How CPython's loop sleeps: in epoll, for whole milliseconds."""
        self.sleep(timeout)
        return []

    def acquire(self, timeout=None):
        """How ours sleeps."""
        self.sleep(timeout)
        return timeout is None

    def sleep(self, timeout):
        if timeout is None:
            # Nothing will ever happen any more.
            self.loop.stop()
        else:
            self.milliseconds += math.ceil(max(timeout, 0) * 1000 - 0.001)

    def release(self):
        pass


class SameHash(asyncio.Task):
    """Tasks of one hash: sets of a few of them keep the order of insertion."""

    def __hash__(self):
        return 0


class Program:
    """A random program: tasks that make random steps with random objects."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.log = []
        self.tasks = []

    def run(self):
        clock = Clock()
        time.monotonic = clock.monotonic
        loop = asyncio.new_event_loop()
        clock.drive(loop)
        loop.set_task_factory(lambda loop, coro, **options: SameHash(coro, loop=loop, **options))
        loop.set_exception_handler(self.unhandled)
        main = loop.create_task(self.main(), name="main")
        try:
            loop.run_until_complete(main)
        except BaseException as error:
            self.note("main", describe(error))
        for task in self.tasks:
            task._log_destroy_pending = False
            self.note(
                task.get_name(), task._state, task.cancelling(), task.done() and self.outcome(task)
            )
        main._log_destroy_pending = False
        return "\n".join(self.log)

    def note(self, *words):
        self.log.append(" ".join(map(str, words)))

    def unhandled(self, loop, context):
        # When an exception counts as never retrieved depends on what frames keep alive.
        if "never retrieved" not in context["message"]:
            self.note("unhandled", context["message"].split("<")[0], repr(context["exception"]))

    def outcome(self, future):
        if future.cancelled():
            return "cancelled"
        return describe(future.exception()) if future.exception() else future.result()

    async def main(self):
        self.lock = asyncio.Lock()
        self.semaphore = asyncio.Semaphore(2)
        self.condition = asyncio.Condition()
        self.event = asyncio.Event()
        self.queue = asyncio.Queue(2)
        self.barrier = asyncio.Barrier(2)
        for _ in range(self.random.randint(2, 4)):
            self.spawn(DEPTH)
        await self.steps("main", DEPTH)
        await asyncio.sleep(0.2)

    def spawn(self, depth, create=asyncio.create_task):
        name = f"t{len(self.tasks)}"
        task = create(self.steps(name, depth - 1), name=name)
        self.tasks.append(task)
        if self.random.random() < 0.3:
            task.add_done_callback(lambda task: self.note(name, "callback", self.outcome(task)))
        return task

    async def steps(self, name, depth):
        """Some random steps, one after the other."""
        for _ in range(self.random.randint(0, STEPS)):
            if len(self.log) > LONGEST_LOG:
                break
            step = self.random.choice(self.STEPS if depth > 0 else self.SIMPLE_STEPS)
            self.note(name, step.__name__)
            try:
                result = await step(self, name, depth)
                self.note(name, step.__name__, "->", result)
            except asyncio.CancelledError as error:
                self.note(name, step.__name__, "->", describe(error))
                if self.random.random() < 0.8:
                    raise
                if self.random.random() < 0.5:
                    self.note(name, "uncancel", asyncio.current_task().uncancel())
            except Exception as error:
                self.note(name, step.__name__, "->", describe(error))
                if self.random.random() < 0.3:
                    raise
        return name

    def moment(self):
        return self.random.choice((-1, 0, 0, 0.001, 0.002, 0.003, 0.005, 0.01))

    def some_task(self):
        return self.random.choice(self.tasks) if self.tasks else asyncio.current_task()

    def later_tasks(self, name):
        """Tasks that this one may wait for: none that were begun before it, so without cycles."""
        return self.tasks[0 if name == "main" else int(name[1:]) + 1 :]

    def other_tasks(self, name, depth):
        known = self.later_tasks(name)
        self.random.shuffle(known)
        return known[:2] + [self.spawn(depth) for _ in range(self.random.randint(1, 2))]

    async def pause(self, name, depth):
        await asyncio.sleep(0)

    async def nap(self, name, depth):
        return await asyncio.sleep(self.moment(), "slept")

    async def fail(self, name, depth):
        raise ValueError(name)

    async def cancel(self, name, depth):
        return self.some_task().cancel(self.random.choice((None, f"by {name}")))

    async def cancel_soon(self, name, depth):
        asyncio.get_running_loop().call_soon(self.some_task().cancel)

    async def cancel_later(self, name, depth):
        asyncio.get_running_loop().call_later(self.moment(), self.some_task().cancel, "timer")

    async def call_soon(self, name, depth):
        asyncio.get_running_loop().call_soon(self.note, name, "called soon")

    async def call_later(self, name, depth):
        asyncio.get_running_loop().call_later(self.moment(), self.note, name, "called later")

    async def hold_lock(self, name, depth):
        async with self.lock:
            await self.steps(name, depth - 1)

    async def hold_semaphore(self, name, depth):
        async with self.semaphore:
            await self.steps(name, depth - 1)

    async def wait_for_event(self, name, depth):
        return await self.event.wait()

    async def set_event(self, name, depth):
        self.event.set()

    async def clear_event(self, name, depth):
        self.event.clear()

    async def wait_for_condition(self, name, depth):
        async with self.condition:
            return await self.condition.wait()

    async def notify(self, name, depth):
        async with self.condition:
            self.condition.notify(self.random.randint(1, 2))

    async def put(self, name, depth):
        await self.queue.put(name)

    async def get(self, name, depth):
        return await self.queue.get()

    async def meet(self, name, depth):
        return await self.barrier.wait()

    async def reset_barrier(self, name, depth):
        await self.barrier.reset()

    async def spawn_one(self, name, depth):
        return self.spawn(depth).get_name()

    async def await_task(self, name, depth):
        return await self.random.choice(self.later_tasks(name) or [self.spawn(depth)])

    async def shield(self, name, depth):
        return await asyncio.shield(self.random.choice(self.other_tasks(name, depth)))

    async def gather(self, name, depth):
        tasks = self.other_tasks(name, depth)
        return await asyncio.gather(*tasks, return_exceptions=self.random.random() < 0.5)

    async def wait(self, name, depth):
        when = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
        done, pending = await asyncio.wait(
            self.other_tasks(name, depth),
            timeout=self.random.choice((None, self.moment())),
            return_when=self.random.choice(when),
        )
        return sorted(task.get_name() for task in done)

    async def wait_for(self, name, depth):
        what = self.random.choice((*self.other_tasks(name, depth), self.steps(name, depth - 1)))
        timeout = self.random.choice((None, self.moment()))
        try:
            return await asyncio.wait_for(what, timeout)
        finally:
            if asyncio.iscoroutine(what):
                what.close()

    async def timeout(self, name, depth):
        async with asyncio.timeout(self.random.choice((None, self.moment()))) as limit:
            await self.steps(name, depth - 1)
            if self.random.random() < 0.3:
                limit.reschedule(asyncio.get_running_loop().time() + self.moment())
                await self.steps(name, depth - 1)
        return limit.expired()

    async def group(self, name, depth):
        async with asyncio.TaskGroup() as group:
            for _ in range(self.random.randint(1, 3)):
                self.spawn(depth, group.create_task)
            await self.steps(name, depth - 1)

    async def completed(self, name, depth):
        results = []
        tasks = self.other_tasks(name, depth)
        for coro in asyncio.as_completed(tasks, timeout=self.random.choice((None, self.moment()))):
            try:
                results.append(await coro)
            except (Exception, asyncio.CancelledError) as error:
                results.append(describe(error))
                if asyncio.current_task().cancelling():
                    coro.close()
                    raise
        return results

    SIMPLE_STEPS = (
        *(pause, nap) * 3, fail, cancel, cancel_soon, cancel_later, call_soon, call_later,
        wait_for_event, set_event, clear_event, wait_for_condition, notify, notify, put, get,
        meet, reset_barrier,
    )
    STEPS = SIMPLE_STEPS + 2 * (
        hold_lock, hold_semaphore, spawn_one, await_task, shield, gather, wait, wait_for,
        timeout, timeout, group, group, completed,
    )


def describe(error):
    """An error without the places in its message."""
    return repr(error).split("<")[0]


def programs(first, count):
    # What an earlier program has left must not be finalised in the midst of a later one.
    gc.disable()
    kept = []
    for seed in range(first, first + count):
        kept.append(Program(seed))
        print(f"=== {seed}", kept[-1].run(), sep="\n")
    sys.stdout.flush()
    os._exit(0)


def main(first=0, count=500):
    command = [sys.executable, __file__, str(first), str(count)]
    outputs = []
    for path in (None, str(TESTING / "site")):
        environment = {**os.environ, "INTERLEAVE_PROGRAMS": "run"}
        environment.pop("PYTHONPATH", None)
        if path:
            environment["PYTHONPATH"] = path
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-3000:])
        outputs.append(done.stdout.split("=== "))
    different = [pair for pair in zip(*outputs) if pair[0] != pair[1]]
    for theirs, ours in different[:3]:
        print_difference(theirs.splitlines(), ours.splitlines())
    print(f"{count} programs, {sum(map(len, outputs[0]))} characters, {len(different)} differences")
    return 1 if different or len(outputs[0]) != len(outputs[1]) else 0


def print_difference(theirs, ours):
    same = 0
    while same < min(len(theirs), len(ours)) and theirs[same] == ours[same]:
        same += 1
    print(f"--- seed {theirs[0]}, line {same}", *theirs[max(1, same - 15) : same], sep="\n")
    print("CPython:", *theirs[same : same + 5], sep="\n  ")
    print("library:", *ours[same : same + 5], sep="\n  ")


if __name__ == "__main__":
    numbers = list(map(int, sys.argv[1:]))
    if "INTERLEAVE_PROGRAMS" in os.environ:
        programs(*numbers)
    else:
        sys.exit(main(*numbers))
