import time
from multiprocessing import Process


def child():
    time.sleep(0.3)
    print("the child ends later")


Process(target=child).start()
