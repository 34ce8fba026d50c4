"""A subclass may have a method run."""

from greenlet import getcurrent, greenlet


class Counter(greenlet):
    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def run(self, start):
        for number in range(start, self.limit):
            self.parent.switch(number)
        return "end"


counter = Counter(3)
print(counter.switch(1), counter.switch(), counter.switch(), counter.dead)
