# Double-checked initialisation: the expensive thing is made once.
import threading

lock = threading.Lock()
made = []
thing = None


def get():
    global thing
    if thing is None:
        with lock:
            if thing is None:
                made.append(threading.current_thread())
                thing = object()
    return thing


got = []
threads = [threading.Thread(target=lambda: got.append(get())) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(made), len(set(got)))
