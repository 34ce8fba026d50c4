"""A greenlet class of one's own."""

import gevent


class Adder(gevent.Greenlet):
    def __init__(self, a, b):
        super().__init__()
        self.a = a
        self.b = b

    def _run(self):
        gevent.sleep(0)
        return self.a + self.b


g = Adder(1, 2)
g.start()
print(g.get(), Adder.spawn(3, 4).get())
