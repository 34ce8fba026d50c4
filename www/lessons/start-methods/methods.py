import multiprocessing
import os

METHOD = "fork"  # @param ["fork", "spawn"] {label:"Start method", label_zh:"启动方式"}

counter = 0
print("the module runs", flush=True)


def work():
    print("child: counter is", counter, flush=True)


if __name__ == "__main__":
    counter = 42
    context = multiprocessing.get_context(METHOD)
    child = context.Process(target=work)
    child.start()
    child.join()
    print("exit code", child.exitcode)
