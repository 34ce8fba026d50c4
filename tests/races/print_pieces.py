import sys
import threading


def write(letter):
    for _ in range(4):
        sys.stdout.write(letter)
        sys.stdout.flush()


threads = [threading.Thread(target=write, args=(letter,)) for letter in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print()
