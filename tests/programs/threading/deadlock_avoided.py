# Two locks in opposite order: a timeout finds the deadlock.
import threading

a, b = threading.Lock(), threading.Lock()
meet = threading.Barrier(2)
gave_up = []


def work(first, second, patience):
    with first:
        meet.wait()
        if second.acquire(timeout=patience):
            second.release()
        else:
            gave_up.append(threading.current_thread().name)


threads = [
    threading.Thread(target=work, args=(a, b, 0.05), name="hasty"),
    threading.Thread(target=work, args=(b, a, 10), name="patient"),
]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(gave_up)
