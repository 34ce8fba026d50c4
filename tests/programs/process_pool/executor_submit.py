import os
from concurrent.futures import ProcessPoolExecutor, as_completed, wait


def power(base, exponent=2):
    return base**exponent


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(power, 3, exponent=4)
        print(future.result(), future.done(), future.running(), future.cancelled())
        print(executor.submit(os.getpid).result() != os.getpid())
        futures = [executor.submit(power, number) for number in range(5)]
        print(sorted(future.result() for future in as_completed(futures)))
        done, not_done = wait(futures)
        print(len(done), len(not_done))
        seen = []
        future = executor.submit(power, 5)
        future.add_done_callback(lambda future: seen.append(future.result()))
    print(seen)
    try:
        executor.submit(power, 1)
    except RuntimeError as error:
        print(error)
