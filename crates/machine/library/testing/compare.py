"""Runs programs on CPython twice, with its own library and with ours, and compares.

    python3 compare.py [--repeat N] [FILE or FOLDER ...]     default: all of tests/programs

Standard output, standard error and status have to be equal. Frames of library files are left
out of tracebacks: what CPython does in C and ours in Python has frames there only in one of
them. Addresses and thread identifiers are masked, and so is the place of CPython's library. Programs whose first line is
`# nondeterministic` only have to succeed.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import sysconfig

TESTING = pathlib.Path(__file__).resolve().parent
LIBRARY = TESTING.parent
PROGRAMS = LIBRARY.parents[2] / "tests" / "programs"
TIME_LIMIT = 20

STANDARD_LIBRARY = sysconfig.get_path("stdlib")
PACKAGES = sysconfig.get_path("purelib")
# With its line of source; in an exception group behind a margin of bars.
LIBRARY_FRAME = re.compile(
    r'^([ |]*)  File "(?:{})/[^"]*", line \d+, in .*\n(?:\1    .*\n)*'.format(
        # The last is what gevent's compiled modules say of their files.
        "|".join(map(re.escape, (str(LIBRARY), STANDARD_LIBRARY, PACKAGES, "src/gevent")))
    ),
    re.MULTILINE,
)
MARKERS = re.compile(r"^[ |]+[~^]+$\n", re.MULTILINE)
MOMENT = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b|\b\d{15}\b")


def run(program, ours):
    """Status, output and errors of a program, with all that varies between runs masked."""
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONPATH", None)
    if ours:
        environment["PYTHONPATH"] = str(TESTING / "site")
    done = subprocess.run(
        [sys.executable, program.name],
        cwd=program.parent,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIME_LIMIT,
    )
    return done.returncode, mask(done.stdout), mask(done.stderr)


def mask(text):
    text = LIBRARY_FRAME.sub("", text).replace(STANDARD_LIBRARY, "/usr/lib/python3.11")
    return ADDRESS.sub("0x...", MOMENT.sub("<moment>", MARKERS.sub("", text)))


def is_nondeterministic(program):
    with program.open(encoding="utf-8") as lines:
        return lines.readline().startswith("# nondeterministic")


def differences(program):
    """What is different between the two runs, as readable text; empty when equal."""
    try:
        theirs, ours = run(program, ours=False), run(program, ours=True)
    except subprocess.TimeoutExpired as late:
        return f"no end after {late.timeout} s"
    if is_nondeterministic(program):
        if theirs[0] != 0 or ours[0] != 0:
            return f"status {theirs[0]} and {ours[0]}\n{theirs[2]}\n{ours[2]}"
        return ""
    parts = ("status", "output", "errors")
    return "\n".join(
        f"{part} of CPython:\n{one}\n{part} of the library:\n{other}"
        for part, one, other in zip(parts, theirs, ours)
        if one != other
    )


def main(arguments):
    repeat = 1
    if arguments[:1] == ["--repeat"]:
        repeat = int(arguments[1])
        arguments = arguments[2:]
    programs = []
    for path in map(pathlib.Path, arguments or [PROGRAMS]):
        programs += sorted(path.rglob("*.py")) if path.is_dir() else [path.resolve()]
    failures = 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        runs = programs * repeat
        for program, difference in zip(runs, pool.map(differences, runs)):
            if difference:
                failures += 1
                print(f"--- {program}\n{difference}")
    print(f"{len(runs)} comparisons, {failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
