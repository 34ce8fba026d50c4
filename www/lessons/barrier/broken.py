import threading
import time

CAUSE = "timeout"  # @param ["timeout", "abort", "nobody"] {label:"What breaks it", label_zh:"被什么打断"}

barrier = threading.Barrier(3)


def wait(name, late):
    time.sleep(late)
    if CAUSE == "abort" and late:
        print(name, "calls it off")
        barrier.abort()
        return
    try:
        place = barrier.wait(0.05 if CAUSE == "timeout" else None)
        print(name, "is through")
    except threading.BrokenBarrierError:
        print(name, "finds it broken")


threads = [threading.Thread(target=wait, args=(name, late)) for name, late in (("ann", 0), ("ben", 0), ("cat", 0.1))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("broken", barrier.broken)
