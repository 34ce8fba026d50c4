# Who is running, and who is alive.
import threading

assert threading.current_thread() is threading.main_thread()
assert threading.enumerate() == [threading.main_thread()]
assert threading.active_count() == 1
gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f"T{i}") for i in range(3)]
for t in threads:
    t.start()
print([t.name for t in threading.enumerate()], threading.active_count())
gate.set()
for t in threads:
    t.join()
print([t.name for t in threading.enumerate()], threading.active_count())
