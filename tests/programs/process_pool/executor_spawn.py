import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def where(_):
    return os.getpid(), multiprocessing.current_process().name.split("-")[0]


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as executor:
        print({name for _, name in executor.map(where, range(3))})
    for arguments in ({"max_tasks_per_child": 0}, {"max_tasks_per_child": "1"}, {"max_tasks_per_child": 1, "mp_context": multiprocessing.get_context("fork")}):
        try:
            ProcessPoolExecutor(1, **arguments)
        except (TypeError, ValueError) as error:
            print(error)
