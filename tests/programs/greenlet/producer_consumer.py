"""A consumer asks a producer for items by switching to it."""

from greenlet import greenlet


def produce():
    for item in ("bread", "butter", "jam"):
        print("made", item)
        consumer.switch(item)
    consumer.switch(None)


def consume():
    while (item := producer.switch()) is not None:
        print("ate", item)
    print("full")


producer = greenlet(produce)
consumer = greenlet(consume)
consumer.switch()
print(producer.dead, consumer.dead)
