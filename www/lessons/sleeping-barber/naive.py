import threading

LOCKED = False  # @param {type:"boolean", label:"Look and act under a lock", label_zh:"查看与行动在同一把锁里"}

waiting = 0
asleep = False
door = threading.Lock()
wake = threading.Event()


def barber():
    global asleep
    if LOCKED:
        with door:
            if waiting == 0:
                asleep = True
    elif waiting == 0:
        asleep = True
    if asleep:
        wake.wait()
    print("barber cuts")


def customer():
    global waiting
    if LOCKED:
        with door:
            waiting += 1
            if asleep:
                wake.set()
    else:
        if asleep:
            wake.set()
        waiting += 1


threads = [threading.Thread(target=barber), threading.Thread(target=customer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
