"""The loop of the file named on the command line on this CPython, and what its own ways to step and to clone cost."""

import os
import sys
import time


def milliseconds(work):
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def stepped(n):
    i = 0
    while i < n:
        i += 1


def step():
    """Nanoseconds for each instruction that stops for a tracer, as debuggers have it."""
    count = 0

    def tracer(frame, event, _):
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return tracer

    def work():
        sys.settrace(tracer)
        stepped(20_000)
        sys.settrace(None)

    return milliseconds(work) * 1e6 / count


def clone():
    """Nanoseconds to fork this process and to see the copy end."""
    times = 100

    def work():
        for _ in range(times):
            child = os.fork()
            if child == 0:
                os._exit(0)
            os.waitpid(child, 0)

    return milliseconds(work) * 1e6 / times


with open(sys.argv[1]) as file:
    program = compile(file.read(), sys.argv[1], "exec")
print("loop", milliseconds(lambda: exec(program, {})), "ms")
print("step", step(), "ns")
print("clone", clone(), "ns")
