# multiprocessing.dummy: threads behind the interface of processes.
import multiprocessing.dummy as mp
import threading


def work(connection, queue):
    queue.put(connection.recv() * 2)
    connection.send("bye")


here, there = mp.Pipe()
queue = mp.Queue()
p = mp.Process(target=work, args=(there, queue))
print(p.exitcode, isinstance(p, threading.Thread), mp.current_process().name)
p.start()
print(mp.active_children() == [p], p.exitcode)
here.send(21)
print(queue.get(), here.recv(), here.poll(), here.poll(0.01))
p.join()
print(p.exitcode, mp.active_children())
v = mp.Value("i", 5)
v.value += 1
print(v, mp.Array("i", [1, 2])[1], mp.Namespace(b=2, a=1, _c=3))
m = mp.Manager()
print(m is mp, m.dict(a=1), m.list("ab"), mp.JoinableQueue is mp.Queue)
with mp.Pool(2) as pool:
    print(pool.map(abs, [-1, -2]))
print(mp.freeze_support(), mp.shutdown())
