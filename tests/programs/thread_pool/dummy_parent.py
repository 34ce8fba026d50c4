# Only the thread that made a dummy process may start it.
import multiprocessing.dummy as mp
import threading

p = mp.Process(target=print)
log = []


def start():
    try:
        p.start()
    except RuntimeError as e:
        log.append(str(e).split()[0:2])
    try:
        mp.active_children()
    except AttributeError as e:
        log.append(str(e).split("attribute")[1])


t = threading.Thread(target=start)
t.start()
t.join()
print(log)
