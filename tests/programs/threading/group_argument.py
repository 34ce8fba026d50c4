# The group is reserved.
import threading

try:
    threading.Thread("group", print)
except AssertionError as e:
    print(e)
try:
    threading.Thread(None, print, "name", (), {}, True)
except TypeError as e:
    print(type(e).__name__)
