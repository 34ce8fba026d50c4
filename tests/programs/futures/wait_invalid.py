# wait() knows three conditions.
import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, wait

print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
try:
    wait([Future()], return_when="SOMETIMES")
except ValueError as e:
    print(e)
f = Future()
f.cancel()
print(wait([f], timeout=0.01).done)
f.set_running_or_notify_cancel()
print(wait([f], timeout=0.01).done == {f})
