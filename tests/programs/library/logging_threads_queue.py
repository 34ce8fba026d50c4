# logging from threads, and through a queue.
import logging, logging.handlers, queue, sys, threading
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(threadName)s %(message)s")
def work(n):
    logging.info("work %d", n)
for n in range(3):
    t = threading.Thread(target=work, args=(n,), name=f"worker-{n}")
    t.start()
    t.join()
q = queue.Queue()
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("queued: %(levelname)s %(message)s"))
listener = logging.handlers.QueueListener(q, out)
log = logging.getLogger("queued")
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(q))
listener.start()
for n in range(3):
    log.warning("message %d", n)
listener.stop()
memory = logging.handlers.MemoryHandler(10, target=out)
log2 = logging.getLogger("memory")
log2.propagate = False
log2.addHandler(memory)
log2.warning("kept back")
print("nothing yet")
log2.error("flushes")
