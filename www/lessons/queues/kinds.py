import queue

KIND = "Queue"  # @param ["Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"] {label:"Kind", label_zh:"种类"}

kinds = {
    "Queue": queue.Queue,
    "LifoQueue": queue.LifoQueue,
    "PriorityQueue": queue.PriorityQueue,
    "SimpleQueue": queue.SimpleQueue,
}
q = kinds[KIND]()
for item in (5, 3, 9, 1):
    q.put(item)
print("size", q.qsize())
order = []
while not q.empty():
    order.append(q.get())
print("order", order)
