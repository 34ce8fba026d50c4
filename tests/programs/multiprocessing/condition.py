from multiprocessing import Condition, Process, Value


def consumer(condition, items, taken):
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: items.value > 0)
            items.value -= 1
            taken.value += 1
            condition.notify_all()


condition = Condition()
items, taken = Value("i", 0), Value("i", 0)
processes = [Process(target=consumer, args=(condition, items, taken)) for _ in range(2)]
for process in processes:
    process.start()
for _ in range(6):
    with condition:
        condition.wait_for(lambda: items.value == 0)
        items.value += 1
        condition.notify_all()
for process in processes:
    process.join()
print(items.value, taken.value)
with condition:
    print(condition.wait(0.05), condition.wait_for(lambda: False, 0.05), condition)
for method in (condition.wait, condition.notify):
    try:
        method()
    except AssertionError as error:
        print(error)
