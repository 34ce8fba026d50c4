import time
from multiprocessing import Process

END = "by itself"  # @param ["by itself", "exception", "terminate", "kill", "sys.exit(3)"] {label:"How it ends", label_zh:"怎样结束"}
TAKES = 0.2  # @param [0.05, 0.2, 1] {label:"The child takes (s)", label_zh:"子进程耗时（秒）"}


def work():
    if END == "exception":
        raise ValueError("no")
    if END == "sys.exit(3)":
        raise SystemExit(3)
    time.sleep(TAKES)


if __name__ == "__main__":
    child = Process(target=work, name="child")
    print("before start: alive", child.is_alive(), "pid", child.pid, "exitcode", child.exitcode)
    child.start()
    print("started: alive", child.is_alive(), "has a pid", child.pid > 0)
    if END in ("terminate", "kill"):
        time.sleep(0.02)
        child.terminate() if END == "terminate" else child.kill()
    child.join(0.02)
    print("after join(0.02): alive", child.is_alive())
    child.join()
    print("exitcode", child.exitcode)
