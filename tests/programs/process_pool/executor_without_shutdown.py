from concurrent.futures import ProcessPoolExecutor
import time


def late():
    time.sleep(0.2)
    print("carried out at the end")


if __name__ == "__main__":
    executor = ProcessPoolExecutor(1)
    executor.submit(late)
