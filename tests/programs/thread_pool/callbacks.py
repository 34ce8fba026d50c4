# Callbacks run in the pool's thread for results.
import threading
from multiprocessing.pool import ThreadPool

log = []


def note(value):
    log.append((value, threading.current_thread().name))


def fail(value):
    log.append((repr(value), "error"))


with ThreadPool(2) as pool:
    pool.apply_async(len, ("abc",), callback=note, error_callback=fail).wait()
    pool.apply_async(len, (5,), callback=note, error_callback=fail).wait()
    pool.map_async(abs, [-1, -2], callback=note, error_callback=fail).wait()
    pool.map_async(len, ["a", 2], callback=note, error_callback=fail).wait()
    pool.starmap_async(pow, [(2, 2)], callback=note).wait()
    pool.map_async(abs, [], callback=note).wait()
    pool.close()
    pool.join()
for entry in log:
    print(entry)
