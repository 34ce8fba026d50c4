"""Each program of the folder named on the command line on this CPython, from its first instruction to its last."""

import pathlib
import sys
import time

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.py")):
    program = compile(path.read_text(), path.name, "exec")
    start = time.perf_counter()
    exec(program, {"__name__": "__main__"})
    print(path.stem, (time.perf_counter() - start) * 1e3, "ms")
