import threading
import time

TRANSFERS = 20  # @param {type:"slider", min:1, max:100, step:1, label:"Transfers", label_zh:"转账次数"}
LOOKS = 40  # @param {type:"slider", min:1, max:100, step:1, label:"Looks of the auditor", label_zh:"查账次数"}
PAUSE = 0.002  # @param [0, 0.0005, 0.002, 0.01] {label:"Pause in a transfer", label_zh:"转账中的停顿"}
WHOLE = False  # @param {type:"boolean", label:"One lock for the whole transfer", label_zh:"整笔转账一把锁"}

bank = threading.RLock()
ada = 1000
bob = 1000
missing = 0


def transfer(amount):
    global ada, bob
    with bank:
        ada -= amount
    time.sleep(PAUSE)
    with bank:
        bob += amount


def pay():
    for _ in range(TRANSFERS):
        if WHOLE:
            with bank:
                transfer(10)
        else:
            transfer(10)
        time.sleep(PAUSE)


def audit():
    global missing
    for _ in range(LOOKS):
        with bank:
            if ada + bob != 2000:
                missing += 1
        time.sleep(PAUSE)


threads = [threading.Thread(target=pay), threading.Thread(target=audit)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("money was missing", missing, "of", LOOKS, "times")
