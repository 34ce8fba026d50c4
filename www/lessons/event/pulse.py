import threading

WORKERS = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Workers", label_zh:"工人数"}

event = threading.Event()


def boss():
    event.set()
    event.clear()


def worker(name):
    event.wait()
    print(name, "heard it")


threads = [threading.Thread(target=worker, args=(n,)) for n in range(WORKERS)]
threads.append(threading.Thread(target=boss))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
