import multiprocessing
import sys

print("module", __name__)
value = 1


def child(number):
    print("child", number, value, __name__, multiprocessing.current_process().name)
    print(sys.modules["__main__"] is sys.modules["__mp_main__"])


if __name__ == "__main__":
    value = 2
    multiprocessing.set_start_method("spawn")
    process = multiprocessing.Process(target=child, args=(5,))
    process.start()
    process.join()
    print("parent", value, process.exitcode)
