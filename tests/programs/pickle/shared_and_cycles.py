import pickle

part = [1]
first, second = pickle.loads(pickle.dumps((part, part)))
print(first is second, first)

itself = []
itself.append(itself)
again = pickle.loads(pickle.dumps(itself))
print(again[0] is again)

table = {}
table["me"] = table
again = pickle.loads(pickle.dumps(table))
print(again["me"] is again)

inside = ([],)
inside[0].append(inside)
again = pickle.loads(pickle.dumps(inside))
print(again[0][0] is again)


class Node:
    def __init__(self, name):
        self.name = name
        self.others = []


a, b = Node("a"), Node("b")
a.others.append(b)
b.others += [a, b]
again = pickle.loads(pickle.dumps(a))
print(again.name, again.others[0].name, again.others[0].others[0] is again)
text = "text" * 3
print(len(pickle.dumps([text, text])), len(pickle.dumps([text] * 10)))
