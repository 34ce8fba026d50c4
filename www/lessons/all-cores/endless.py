import multiprocessing
import os

PROCESSES = 4  # @param {type:"slider", min:1, max:16, step:1, label:"Processes", label_zh:"进程数"}
DAEMON = False  # @param {type:"boolean", label:"They are daemons", label_zh:"设为守护进程"}


def work():
    i = 0
    while True:
        i += 1


if __name__ == "__main__":
    print("cores:", os.cpu_count())
    for number in range(PROCESSES):
        process = multiprocessing.Process(target=work, daemon=DAEMON)
        process.start()
        print("started process", process.pid)
    print("main: nothing left to do")
