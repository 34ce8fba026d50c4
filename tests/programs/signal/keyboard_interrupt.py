import os
import signal
import threading
import time

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try:
    os.kill(os.getpid(), signal.SIGINT)
    print("not reached")
except KeyboardInterrupt as error:
    print("interrupted", repr(error))

try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("raised")


def interrupt():
    time.sleep(0.1)
    os.kill(os.getpid(), signal.SIGINT)


for wait in (lambda: time.sleep(10), threading.Event().wait, threading.Lock().acquire):
    thread = threading.Thread(target=interrupt)
    thread.start()
    start = time.monotonic()
    try:
        if wait.__name__ == "acquire":
            wait()
        wait()
    except KeyboardInterrupt:
        print("interrupted a wait", time.monotonic() - start < 5)
    thread.join()

try:
    signal.default_int_handler(signal.SIGINT, None)
except KeyboardInterrupt:
    print("called")
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(os.getpid(), signal.SIGINT)
print(signal.getsignal(signal.SIGINT))
