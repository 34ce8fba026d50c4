# The stack size of threads to come.
import threading

assert threading.stack_size() == 0
assert threading.stack_size(256 * 1024) == 0
assert threading.stack_size() == 256 * 1024
t = threading.Thread(target=print, args=("small stack",))
t.start()
t.join()
try:
    threading.stack_size(100)
except ValueError as e:
    print(e)
threading.stack_size(0)
