# One of the parties runs the action before anybody goes on.
import threading

log = []
barrier = threading.Barrier(3, action=lambda: log.append(f"round with {barrier.n_waiting}"))


def work():
    for _ in range(2):
        barrier.wait()
        log.append("go")
        barrier.wait()


threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log)
