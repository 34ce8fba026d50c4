import time
from multiprocessing import Process


def child():
    print("begins")
    time.sleep(60)
    print("never")


process = Process(target=child, daemon=True)
process.start()
time.sleep(0.2)
print(process.daemon, process.is_alive())
