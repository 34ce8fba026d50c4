import threading

SAFE = False  # @param {type:"boolean", label:"Use with", label_zh:"使用 with"}

lock = threading.Lock()


def careless(number):
    lock.acquire()
    print("share for", number, "is", 12 // number)
    lock.release()


def careful(number):
    with lock:
        print("share for", number, "is", 12 // number)


for number in (3, 0, 4):
    thread = threading.Thread(target=careful if SAFE else careless, args=(number,))
    thread.start()
    thread.join(0.5)
    print("still waiting" if thread.is_alive() else "over")
if lock.locked():
    lock.release()
