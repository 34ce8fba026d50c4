# Events run by time, then priority, then age.
import sched
import time

s = sched.scheduler(time.monotonic, time.sleep)
log = []
now = time.monotonic()
s.enterabs(now + 0.02, 2, log.append, ("second",))
s.enterabs(now + 0.02, 1, log.append, argument=("first",))
s.enterabs(now + 0.01, 9, lambda **kw: log.append(kw), kwargs={"zeroth": 0})
s.enterabs(now + 0.02, 2, log.append, ("third",))
print(s.empty(), [e.argument for e in s.queue], s.queue[0].priority)
print(s.run(), log, s.empty())
