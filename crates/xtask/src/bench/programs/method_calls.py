class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self

    def get(self):
        return self.value


counter = Counter()
for i in range(300_000):
    counter.add(i).get()
assert counter.get() == 300_000 * 299_999 // 2
