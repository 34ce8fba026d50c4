# A notification that nobody waits for is lost; the predicate is what counts.
import threading

condition = threading.Condition()
ready = False
with condition:
    condition.notify()
    print("without a predicate:", condition.wait(0.02))
with condition:
    ready = True
    condition.notify()
with condition:
    print("with one:", ready or condition.wait(0.02))
