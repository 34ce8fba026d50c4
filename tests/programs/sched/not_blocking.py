# run(blocking=False) runs what is due and returns the time until the next event.
import sched


class Clock:
    now = 0

    def time(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


clock = Clock()
s = sched.scheduler(clock.time, clock.sleep)
s.enter(0, 1, print, ("due",))
s.enter(7, 1, print, ("later",))
print(s.run(blocking=False))
clock.now = 5
print(s.run(False), s.empty())
clock.now = 7
print(s.run(False), s.empty())
s.enter(1, 1, lambda: 1 / 0)
s.enter(1, 2, print, ("after the failure",))
try:
    s.run()
except ZeroDivisionError as e:
    print(e)
s.run()
