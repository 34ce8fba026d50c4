import threading
import time

LOCAL = True  # @param {type:"boolean", label:"threading.local()", label_zh:"用 threading.local()"}
THREADS = 3  # @param {type:"slider", min:2, max:10, step:1, label:"Threads", label_zh:"线程数"}


class Drawer:
    pass


drawer = threading.local() if LOCAL else Drawer()
wrong = 0


def work(name):
    global wrong
    drawer.owner = name
    time.sleep(0.01)
    print(name, "finds the drawer of", drawer.owner)
    if drawer.owner != name:
        wrong += 1


threads = [threading.Thread(target=work, args=(f"worker {n}",)) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("wrong", wrong)
print("main has one:", hasattr(drawer, "owner"))
