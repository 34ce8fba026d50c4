import time
from multiprocessing import Process


def child():
    time.sleep(0.5)


process = Process(target=child)
process.start()
print(process.join(0.1), process.is_alive(), process.exitcode)
print(process.join(0), process.is_alive())
print(process.join(), process.is_alive(), process.exitcode)
print(process.join(), process.join(1))
