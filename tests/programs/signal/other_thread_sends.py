import signal
import threading
import time

handled = []


def handler(number, frame):
    handled.append(threading.current_thread().name)


signal.signal(signal.SIGUSR1, handler)


def send():
    signal.raise_signal(signal.SIGUSR1)
    try:
        signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    except ValueError as error:
        print(error)


thread = threading.Thread(target=send)
thread.start()
thread.join()
print(handled)


def send_to_main():
    signal.pthread_kill(threading.main_thread().ident, signal.SIGUSR1)


thread = threading.Timer(0.1, send_to_main)
thread.start()
start = time.monotonic()
time.sleep(0.3)
print(handled, time.monotonic() - start >= 0.3)
thread.join()
