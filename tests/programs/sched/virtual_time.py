# The clock and the way to wait are the program's to choose.
import sched


class Clock:
    now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)


def tick(n):
    print(n, "at", clock.now)
    if n < 3:
        s.enter(10, 1, tick, (n + 1,))


s.enter(5, 1, tick, (1,))
s.run()
event = s.enter(1, 1, tick, (9,))
print(event[:3], event.kwargs, event.action is tick, repr(event).split("(")[0])
s.cancel(event)
try:
    s.cancel(event)
except ValueError as e:
    print(e)
print(s.run(), s.queue)
