import gevent
from gevent.pool import Group, Pool, PoolFull
from gevent.queue import Queue, ShutDown

got = []
pool = Pool(2)
print(pool.wait_available(), pool.free_count(), Group().wait_available())
print(pool.map_cb(lambda x: x * 2, [1, 2, 3], got.append))
print(pool.apply_cb(lambda x: x, (7,), callback=got.append))
gevent.sleep(0)
print(got)
one = Pool(1)
one.spawn(gevent.sleep, 0.1)
for options in ({"blocking": False}, {"timeout": 0.01}):
    try:
        one.add(gevent.Greenlet(print), **options)
    except PoolFull as error:
        print("full", issubclass(PoolFull, Exception))
one.join()

queue = Queue()
queue.put(1)
copy = queue.copy()
print(copy.get(), len(queue), queue.is_shutdown)
waiting = gevent.spawn(lambda: Queue.get(copy))
gevent.sleep(0)
queue.shutdown()
copy.shutdown()
for do in (queue.get, queue.get, lambda: queue.put(2), waiting.get):
    try:
        print(do())
    except ShutDown as error:
        print("shut down")
