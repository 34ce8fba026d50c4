import threading

WORKERS = 3  # @param {type:"slider", min:2, max:8, step:1, label:"Threads", label_zh:"线程数"}
LINES = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Lines each", label_zh:"每个线程的行数"}


def talk(name):
    for line in range(LINES):
        print(name * 8, line)


threads = [threading.Thread(target=talk, args=("abcdefgh"[n],)) for n in range(WORKERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
