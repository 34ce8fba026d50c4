# SystemExit ends a thread without a word.
import sys
import threading


def leave():
    try:
        sys.exit(3)
    finally:
        print("leaving")


t = threading.Thread(target=leave)
t.start()
t.join()
print("alive:", t.is_alive())
