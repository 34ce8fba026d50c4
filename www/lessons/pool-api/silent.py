from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool

HOW = "nobody asks"  # @param ["nobody asks", "get", "error_callback", "submit, nobody asks", "submit, result"] {label:"Who asks for the result", label_zh:"谁来取结果"}
JOBS = 4  # @param {type:"slider", min:1, max:8, step:1, label:"Jobs", label_zh:"任务数"}

errors = []


def divide(n):
    return 12 // n


def ask(fetch):
    try:
        print("result", fetch())
    except ZeroDivisionError as error:
        errors.append(error)


if HOW.startswith("submit"):
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(divide, n) for n in range(JOBS)]
        if HOW == "submit, result":
            for future in futures:
                ask(future.result)
else:
    with ThreadPool(2) as pool:
        callback = errors.append if HOW == "error_callback" else None
        answers = [pool.apply_async(divide, (n,), error_callback=callback) for n in range(JOBS)]
        pool.close()
        pool.join()
        if HOW == "get":
            for answer in answers:
                ask(answer.get)

print("errors seen", len(errors))
for error in errors:
    print(repr(error))
print("end of the program")
