from multiprocessing import Process, Queue


def child(queue):
    queue.cancel_join_thread()
    queue.put("x" * 1_000_000)


queue = Queue()
process = Process(target=child, args=(queue,))
process.start()
process.join()
print(process.exitcode)
