# The hook's arguments may be made by hand.
import threading

try:
    1 / 0
except ZeroDivisionError as e:
    error = e
args = threading.ExceptHookArgs((type(error), error, None, threading.Thread(name="T")))
assert args.thread.name == "T" and args.exc_traceback is None
print(repr(args).split("exc_traceback")[0])
try:
    threading.ExceptHookArgs((1, 2, 3))
except TypeError as e:
    print(e)
try:
    threading.excepthook("no arguments")
except TypeError as e:
    print(e)
