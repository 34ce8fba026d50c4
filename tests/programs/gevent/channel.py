import gevent
from gevent.queue import Channel, Empty, Full

channel = Channel()
print(channel, channel.qsize(), channel.empty(), channel.full(), channel.balance)


def produce():
    for i in range(3):
        channel.put(i)
        print("put", i)
    channel.put(StopIteration)


producer = gevent.spawn(produce)
print("got", channel.get())
for item in channel:
    print("got", item)
producer.join()
for do in (
    channel.get_nowait,
    lambda: channel.put_nowait(1),
    lambda: channel.get(timeout=0.01),
    lambda: channel.put(1, timeout=0.01),
):
    try:
        print(do())
    except (Empty, Full) as error:
        print(type(error).__name__)
getters = [gevent.spawn(channel.get) for _ in range(2)]
gevent.sleep(0)
print(channel.balance)
channel.put("a")
channel.put("b")
gevent.joinall(getters)
print([getter.value for getter in getters])
