# A callback that raises is logged; the others run all the same.
from concurrent.futures import Future


def bad(future):
    raise RuntimeError("bad callback")


f = Future()
f.add_done_callback(bad)
f.add_done_callback(lambda f: print("good callback", f.result()))
f.set_result(1)
f.add_done_callback(bad)
print("goes on")
