# ident and native_id are there once the thread has started, and stay.
import threading

seen = []


def note():
    seen.append((threading.get_ident(), threading.get_native_id()))


t = threading.Thread(target=note)
assert t.ident is None and t.native_id is None
t.start()
t.join()
assert seen == [(t.ident, t.native_id)]
main = threading.main_thread()
assert main.ident == threading.get_ident()
assert main.native_id == threading.get_native_id()
assert type(t.ident) is int and t.ident != 0
assert main.ident != 0
print("same thread, same numbers")
