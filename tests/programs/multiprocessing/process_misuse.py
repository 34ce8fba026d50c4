import multiprocessing
from multiprocessing import Process


def nothing():
    pass


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


process = Process(target=nothing)
attempt(process.join)
attempt(getattr, process, "sentinel")
attempt(process.terminate)
process.start()
attempt(process.start)
attempt(setattr, process, "daemon", True)
process.join()
attempt(process.start)
process.close()
process.close()
for name in ("join", "is_alive", "start", "terminate", "kill"):
    attempt(getattr(process, name))
attempt(getattr, process, "exitcode")
attempt(getattr, process, "pid")
attempt(Process, "group")
attempt(multiprocessing.get_context, "thread")
attempt(multiprocessing.set_start_method, "nothing")


def wait(event):
    event.wait()


event = multiprocessing.Event()
process = Process(target=wait, args=(event,))
process.start()
attempt(process.close)
event.set()
process.join()
