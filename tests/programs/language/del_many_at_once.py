"""Thousands of objects that die at once are told so one after the other, in order."""

told = []


class Item:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        told.append(self.number)


items = [Item(number) for number in range(3000)]
del items
assert told == list(range(3000)) or told == list(range(2999, -1, -1)), told[:5]
print(len(told), told[:3])
