from concurrent.futures import ProcessPoolExecutor


class OwnError(Exception):
    pass


def fails():
    raise OwnError("text", 5)


def returns_function():
    return lambda: 1


def exits():
    raise SystemExit(4)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        for task in (fails, returns_function, lambda: 1, exits):
            error = executor.submit(task).exception()
            print(type(error).__name__, str(error).split(" at 0x")[0], type(error.__cause__).__name__)
            lines = [line.split(" at 0x")[0] for line in str(error.__cause__).splitlines()]
            print(lines[1:3], lines[-1])
        print(executor.submit(int, "7").result())
