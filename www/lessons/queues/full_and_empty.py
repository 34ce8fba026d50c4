import queue

MAXSIZE = 2  # @param {type:"slider", min:1, max:10, step:1, label:"Size", label_zh:"容量"}
PUTS = 3  # @param {type:"slider", min:0, max:12, step:1, label:"Things put", label_zh:"放入次数"}
GETS = 4  # @param {type:"slider", min:0, max:12, step:1, label:"Things taken", label_zh:"取出次数"}
WAIT = 0.1  # @param [0, 0.1, 0.5] {label:"Patience in seconds", label_zh:"耐心（秒）"}

q = queue.Queue(maxsize=MAXSIZE)
for n in range(PUTS):
    try:
        q.put(n, timeout=WAIT) if WAIT else q.put_nowait(n)
        print("put", n, "full" if q.full() else "")
    except queue.Full:
        print("Full, not put:", n)
for _ in range(GETS):
    try:
        print("got", q.get(timeout=WAIT) if WAIT else q.get_nowait())
    except queue.Empty:
        print("Empty, got nothing")
