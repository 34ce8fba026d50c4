import multiprocessing
import os
import signal
import threading
import time

HOW = "exception"  # @param ["exception", "os._exit", "kill"] {label:"How worker 2 of team A ends", label_zh:"A 组 2 号的结局"}
THREADS = 3  # @param {type:"slider", min:2, max:8, step:1, label:"Threads per process", label_zh:"每个进程的线程数"}
PACE = 0.1  # @param {type:"slider", min:0.01, max:0.5, step:0.01, label:"Seconds per step", label_zh:"每步几秒"}


def work(team, number):
    for step in range(3):
        time.sleep(PACE)
        if team == "A" and number == 2 and step == 1:
            crash()
    print("team", team, "worker", number, "has finished", flush=True)


def crash():
    if HOW == "exception":
        raise ValueError("worker 2 made a mistake")
    if HOW == "os._exit":
        os._exit(3)
    os.kill(os.getpid(), signal.SIGKILL)


def team(name):
    for number in range(1, THREADS + 1):
        threading.Thread(target=work, args=(name, number)).start()


if __name__ == "__main__":
    a = multiprocessing.Process(target=team, args=("A",))
    b = multiprocessing.Process(target=team, args=("B",))
    a.start()
    b.start()
    a.join()
    b.join()
    print("exit code of A", a.exitcode)
    print("exit code of B", b.exitcode)
