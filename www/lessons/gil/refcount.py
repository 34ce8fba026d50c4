import threading

THREADS = 2  # @param {type:"slider", min:1, max:3, step:1, label:"Threads", label_zh:"线程数"}
LOCKED = False  # @param {type:"boolean", label:"One lock around each step", label_zh:"每一步都加锁"}

lock = threading.Lock()
references = 1


def add(change):
    global references
    if LOCKED:
        with lock:
            references += change
    else:
        references += change


def use_the_object():
    add(1)
    add(-1)


threads = [threading.Thread(target=use_the_object) for i in range(THREADS)]
for t in threads:
    t.start()
for t in threads:
    t.join()

if references == 1:
    print("right: one reference left")
elif references > 1:
    print("leak: the object is never freed")
else:
    print("crash: the object was freed while in use")
