# wait(timeout) returns False when nobody notified.
import threading
import time

condition = threading.Condition()
with condition:
    began = time.monotonic()
    assert condition.wait(0.05) is False
    assert time.monotonic() - began >= 0.05
    assert condition.wait(0) is False
    assert condition.wait(timeout=-1) is False
    assert repr(condition).endswith(", 0)>")
print("nobody came")
