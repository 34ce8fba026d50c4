# _thread.exit() and SystemExit end a raw thread without a word.
import _thread

lock = _thread.allocate_lock()


def work(leave):
    try:
        leave()
    finally:
        lock.release()


for leave in (_thread.exit, exit):
    lock.acquire()
    _thread.start_new_thread(work, (leave,))
lock.acquire()
try:
    _thread.exit()
except SystemExit as e:
    print(repr(e))
