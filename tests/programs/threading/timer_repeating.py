# A subclass of Timer that repeats.
import threading


class Repeating(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []


def tick():
    ticks.append(len(ticks))
    if len(ticks) == 3:
        t.cancel()


t = Repeating(0.01, tick)
t.start()
t.join()
print(ticks)
