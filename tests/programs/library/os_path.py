# os.path: paths as texts.
import os
import os.path
import os.path as paths
from os import path
from os.path import join, splitext
import posixpath
print(os.path is paths is path is posixpath, os.path.__name__, os.path.join is join, repr(os.path))
for parts in (("a", "b"), ("a/", "b"), ("a", "/b", "c"), ("", "b"), ("a", ""), ("a",), ("a", "b/", "", "c"), ("", ""), (b"a", b"b"), ("/", "x")):
    print(parts, join(*parts), os.path.join(*parts[:1]))
samples = ["", "/", "//", "///", "a", "/a", "a/", "//a", "///a", "a/b", "/a/b/", "a//b", "/a/../..", "../a", "a/../../b", "./a/./b/.", "a/..", ".", "..", "//a/../..",
           "file.txt", "archive.tar.gz", ".profile", "...x", "..x.y", "a.b/c", "dir.d/.x", "x.", "/home/user/notes.txt", b"/x/y.z", b"", b"a/../b"]
for sample in samples:
    print(sample, path.split(sample), path.dirname(sample), path.basename(sample), path.splitext(sample), path.normpath(sample), path.isabs(sample),
          path.splitdrive(sample), path.normcase(sample))
print(path.abspath("/a/../b"), path.relpath("/a/b/c", "/a/d"), path.relpath("/a", "/a"), path.relpath("/x/y", "/"), path.relpath("/", "/x/y"), path.relpath("a/b", "a/c/d"),
      path.relpath("x"), path.relpath(b"/a/b", b"/a"))
print(path.commonprefix(["/usr/lib", "/usr/local"]), path.commonprefix([]), path.commonprefix([["a", "b"], ["a", "c"]]), path.commonprefix(["abc", "abc"]), path.commonprefix(["", "a"]))
print(path.commonpath(["/usr/lib", "/usr/local"]), path.commonpath(["a/b", "a/./b/c"]), repr(path.commonpath(["a", "b"])), path.commonpath(["/a", "/b"]), path.commonpath([b"/a/b", b"/a/b/"]))
print(path.sep, path.curdir, path.pardir, path.extsep, path.altsep, path.pathsep, path.devnull, path.defpath)
class Folder:
    def __init__(self, name):
        self.name = name
    def __fspath__(self):
        return self.name
print(os.fspath(Folder("x")), path.join(Folder("/top"), "file", Folder("end")), path.basename(Folder("a/b.c")), path.splitext(Folder("b.c")))
failing = [
    lambda: path.join(1), lambda: path.join("a", 1), lambda: path.join("a", b"b"), lambda: path.join(b"a", "b"), lambda: path.split(None), lambda: path.splitext(5),
    lambda: path.relpath(""), lambda: path.relpath("a", b"b"), lambda: path.commonpath([]), lambda: path.commonpath(["/a", "b"]), lambda: path.commonpath(["a", b"b"]),
    lambda: os.fspath(Folder(3)), lambda: path.normpath(3), lambda: path.join(), lambda: path.commonpath(["a", 3]),
]
for action in failing:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
def within():
    import os as system
    return system.path.join("a", getattr(system, "path").basename("b/c"))
print(within(), "path" in dir(os))
