from multiprocessing import Pool
import threading


def half(number):
    if number < 0:
        raise ValueError(number)
    return number / 2


called = []


def callback(value):
    called.append((value, threading.current_thread() is threading.main_thread()))


def failed(error):
    called.append(repr(error))


if __name__ == "__main__":
    with Pool(2) as pool:
        pool.apply_async(half, (3,), callback=callback, error_callback=failed).wait()
        pool.apply_async(half, (-3,), callback=callback, error_callback=failed).wait()
        pool.map_async(half, [1, 2], callback=callback).wait()
        pool.map_async(half, [1, -2], callback=callback, error_callback=failed).wait()
        pool.starmap_async(half, [(5,)], callback=callback).get()
    print(called)
