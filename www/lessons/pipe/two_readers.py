from multiprocessing import Lock, Pipe, Process, SimpleQueue

LOCKED = True  # @param {type:"boolean", label:"Readers share a lock", label_zh:"读者共用一把锁"}
READERS = 2  # @param {type:"slider", min:1, max:4, step:1, label:"Readers", label_zh:"读者数"}
LETTERS = 20  # @param {type:"slider", min:1, max:60, step:1, label:"Letters", label_zh:"信件数"}


def read(end, lock, report):
    while True:
        try:
            if LOCKED:
                with lock:
                    letter = end.recv()
            else:
                letter = end.recv()
        except Exception as error:
            report.put(type(error).__name__)
            return
        if letter is None:
            return
        report.put(len(letter))


if __name__ == "__main__":
    source, sink = Pipe(duplex=False)
    lock, report = Lock(), SimpleQueue()
    readers = [Process(target=read, args=(source, lock, report), daemon=True) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for n in range(LETTERS):
        sink.send("x" * 1000)
    for _ in readers:
        sink.send(None)
    for reader in readers:
        reader.join(0.5)
    whole, errors = 0, []
    while not report.empty():
        answer = report.get()
        if answer == 1000:
            whole += 1
        else:
            errors.append(answer)
    print("read whole", whole, "of", LETTERS)
    print("errors", errors)
