from multiprocessing import Process, current_process


class Worker(Process):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def run(self):
        print("worker", self.number, self.name, current_process() is self)


class Other(Process):
    pass


for number in range(3):
    worker = Worker(number)
    worker.start()
    worker.join()
    print(worker.name, worker.exitcode)
print(Other().name, Process().name, Process(name="own").name)
other = Other(target=print, args=("target of a subclass",))
other.start()
other.join()
