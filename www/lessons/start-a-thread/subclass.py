import threading
import time

WORKERS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Threads", label_zh:"线程数"}


class Greeter(threading.Thread):
    def __init__(self, number):
        super().__init__(name=f"greeter {number}")
        self.number = number
        self.result = None

    def run(self):
        time.sleep(0.01)
        self.result = self.number ** 2


greeters = [Greeter(number) for number in range(WORKERS)]
for greeter in greeters:
    greeter.start()
for greeter in greeters:
    greeter.join()
    print(greeter.name, "found", greeter.result)
