import threading
import time

THREADS = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Threads", label_zh:"线程数"}
THINGS = 10  # @param {type:"slider", min:1, max:50, step:1, label:"Things", label_zh:"件数"}
WAIT = 0.02  # @param [0, 0.001, 0.02, 0.1] {label:"Wait in seconds", label_zh:"等待（秒）"}

things = list(range(THINGS))
errors = 0
handled = 0


def take():
    global errors, handled
    while things:
        last = things[-1]
        time.sleep(WAIT)
        try:
            things.remove(last)
            handled += 1
        except ValueError as error:
            errors += 1
            print(last, error)


threads = [threading.Thread(target=take) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("handled", handled, "errors", errors)
