# sys: what programs ask.
import sys
print(sys.argv[1:], sys.version_info[0], sys.version_info >= (3, 8), sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.float_info.max, sys.int_info is not None, sys.implementation.name, isinstance(sys.path, list), sys.platform in ("linux", "darwin", "win32"))
sys.stdout.write("out\n")
sys.stderr.write("err\n")
sys.stdout.flush()
print(sys.getswitchinterval() > 0, sys.exc_info(), "sys" in sys.modules, sys.getsizeof(0) > 0, sys.intern("a") == "a")
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
try:
    sys.setswitchinterval(0)
except ValueError as error:
    print(error)
print(sys.float_info.epsilon, sys.hash_info.width, sys.maxunicode, sys.stdout.name, sys.stderr.name, sys.__stdout__ is sys.stdout)
