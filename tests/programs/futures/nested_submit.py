# Calls may submit calls, as long as workers are left for them.
from concurrent.futures import ThreadPoolExecutor


def factorial(n):
    return 1 if n == 0 else n * executor.submit(factorial, n - 1).result()


with ThreadPoolExecutor(6) as executor:
    print(executor.submit(factorial, 5).result())
