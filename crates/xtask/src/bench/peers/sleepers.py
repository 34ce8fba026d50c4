"""The tasks of the file named on the command line on this CPython, in milliseconds of its processor's time."""

import sys
import time

with open(sys.argv[1]) as file:
    program = compile(file.read(), sys.argv[1], "exec")
start = time.process_time()
exec(program, {"__name__": "__main__"})
print("sleepers", (time.process_time() - start) * 1e3, "ms")
