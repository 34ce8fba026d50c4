# atexit: the latest first, after the main module.
import atexit
def bye(name, mark="!"):
    print("bye", name + mark)
atexit.register(bye, "first")
atexit.register(bye, "second", mark="?")
@atexit.register
def last():
    print("registered last, called first")
atexit.register(print, "removed")
atexit.unregister(print)
try:
    atexit.register(5)
except TypeError as error:
    print(error)
print("end of the module")
