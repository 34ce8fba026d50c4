from multiprocessing import Pipe, Process

ROUNDS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Rounds", label_zh:"回合数"}
CLOSES = False  # @param {type:"boolean", label:"The child closes its copy of the parent's end", label_zh:"子进程关闭它那份父进程端"}


def child(end, other):
    if CLOSES:
        other.close()
    while True:
        try:
            question = end.recv()
        except EOFError:
            print("child: they hung up", flush=True)
            return
        end.send(question.upper())


if __name__ == "__main__":
    mine, theirs = Pipe()
    process = Process(target=child, args=(theirs, mine))
    process.start()
    theirs.close()
    for n in range(ROUNDS):
        mine.send(f"hello {n}")
        print("parent hears", mine.recv(), flush=True)
    print("anything left:", mine.poll(0.01), flush=True)
    mine.close()
    process.join(0.5)
    print("child is over:", not process.is_alive())
    process.kill()
