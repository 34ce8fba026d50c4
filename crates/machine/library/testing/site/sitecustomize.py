"""With this folder on PYTHONPATH, CPython imports the library's modules instead of its own.

So a program runs as it always does (`python3 program.py`), with nothing on its call
stack that is not its own, and with the library under test beneath it.
"""

import pathlib
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

TESTING = pathlib.Path(__file__).resolve().parent.parent
LIBRARY = TESTING.parent


class LibraryFinder:
    """Finds modules by their dotted name: `a.b` is the file `library/a.b.py`."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "_interleave":
            file = TESTING / "_interleave.py"
        else:
            file = LIBRARY / f"{name}.py"
        if not file.is_file():
            return None
        loader = SourceFileLoader(name, str(file))
        spec = ModuleSpec(name, loader, origin=str(file))
        spec.has_location = True
        if any(LIBRARY.glob(f"{name}.*.py")):
            spec.submodule_search_locations = []
        return spec


sys.dont_write_bytecode = True
sys.meta_path.insert(0, LibraryFinder)
