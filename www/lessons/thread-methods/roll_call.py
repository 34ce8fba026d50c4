import threading
import time

WORKERS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Threads", label_zh:"线程数"}
PAUSE = 0.1  # @param [0, 0.1, 1] {label:"Pause in seconds", label_zh:"停顿（秒）"}


def work():
    me = threading.current_thread()
    print("I am", me.name, "and", "a daemon" if me.daemon else "no daemon")
    time.sleep(PAUSE)


threads = [threading.Thread(target=work, name=f"worker {n}") for n in range(WORKERS)]
print("before start: alive", threads[0].is_alive(), "ident", threads[0].ident)
for thread in threads:
    thread.start()
print("alive", threading.active_count())
print("all:", ", ".join(thread.name for thread in threading.enumerate()))
print("main is", threading.main_thread().name)
print("ident is a number:", threads[0].ident > 0)
for thread in threads:
    thread.join()
print("after join: alive", threads[0].is_alive(), "count", threading.active_count())
