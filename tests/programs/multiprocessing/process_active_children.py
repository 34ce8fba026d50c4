import multiprocessing
import time


def child(event):
    event.wait()


if __name__ == "__main__":
    event = multiprocessing.Event()
    print(multiprocessing.active_children())
    processes = [multiprocessing.Process(target=child, args=(event,)) for _ in range(3)]
    for process in processes:
        process.start()
    print(sorted(process.name for process in multiprocessing.active_children()))
    event.set()
    for process in processes[:2]:
        process.join()
    processes[2].join()
    print(multiprocessing.active_children())
    print(multiprocessing.cpu_count() >= 1, multiprocessing.freeze_support())
