import time
from multiprocessing import Process, current_process


def show(process):
    words = [word.split("=")[0] if "pid=" in word or "parent=" in word else word for word in repr(process).split()]
    print(" ".join(words))


def child():
    show(current_process())


class Special(Process):
    pass


process = Process(target=child)
show(process)
process.start()
process.join()
show(process)
process.close()
show(process)
process = Special(target=time.sleep, args=(60,), daemon=True, name="name")
show(process)
process.start()
show(process)
process.terminate()
process.join()
show(process)
show(current_process())
