import _thread
import signal
import threading


def interrupt():
    _thread.interrupt_main()


thread = threading.Thread(target=interrupt)
try:
    thread.start()
    while True:
        pass
except KeyboardInterrupt:
    print("interrupted")
thread.join()

signal.signal(signal.SIGTERM, lambda number, frame: print("terminates", number))
_thread.interrupt_main(signal.SIGTERM)
print("behind")
signal.signal(signal.SIGTERM, signal.SIG_IGN)
_thread.interrupt_main(signal.SIGTERM)
try:
    _thread.interrupt_main(100)
except ValueError as error:
    print(error)
