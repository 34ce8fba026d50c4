# nondeterministic
# Who leaves a barrier first and breaks it may break it for those still on their way out.
import threading

barrier = threading.Barrier(2)
log = []


def first_out():
    barrier.wait()
    barrier.abort()
    log.append("left and broke")


def second():
    try:
        barrier.wait()
        log.append("left")
    except threading.BrokenBarrierError:
        log.append("broken")


threads = [threading.Thread(target=f) for f in (second, first_out)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(log))
