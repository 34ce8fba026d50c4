# A call cannot begin twice.
import logging
from concurrent.futures import Future

logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL + 1)
f = Future()
f.set_running_or_notify_cancel()
try:
    f.set_running_or_notify_cancel()
except RuntimeError as e:
    print(e)
