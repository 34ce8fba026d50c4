"""With this folder on PYTHONPATH, CPython imports the library's modules instead of its own.

So a program runs as it always does (`python3 program.py`), with nothing on its call
stack that is not its own, and with the library under test beneath it.
"""

import pathlib
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

TESTING = pathlib.Path(__file__).resolve().parent.parent
LIBRARY = TESTING.parent


# CPython's own library, which stays in use for the rest, needs more of these than ours has.
KEPT = frozenset({"reprlib", "weakref"})


class LibraryLoader(SourceFileLoader):
    """Loads a module of the library, and makes up for what only CPython does to it."""

    def exec_module(self, module):
        super().exec_module(module)
        if module.__name__ == "asyncio.tasks":
            module._advance = without_own_frame(module._advance)


def without_own_frame(advance):
    """Take the library's frame out of the tracebacks of errors that a coroutine raised.

    In CPython a traceback keeps its frames alive, and by them their callers': here the task,
    which then is not deleted when the program lets go of it. The machine's tracebacks hold
    lines, not frames.
    """

    def shortened(coro, error):
        outcome, value = advance(coro, error)
        if outcome == "raised":
            value.__traceback__ = value.__traceback__.tb_next
        return outcome, value

    return shortened


class LibraryFinder:
    """Finds modules by their dotted name: `a.b` is the file `library/a.b.py`."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "_interleave":
            file = TESTING / "_interleave.py"
        else:
            file = LIBRARY / f"{name}.py"
        if name in KEPT or not file.is_file():
            return None
        loader = LibraryLoader(name, str(file))
        spec = ModuleSpec(name, loader, origin=str(file))
        spec.has_location = True
        if any(LIBRARY.glob(f"{name}.*.py")):
            spec.submodule_search_locations = []
        return spec


sys.dont_write_bytecode = True
# A startup hook of some installed package may have imported CPython's own already.
for file in LIBRARY.glob("*.py"):
    if file.stem not in KEPT:
        sys.modules.pop(file.stem, None)
sys.meta_path.insert(0, LibraryFinder)
