# One future's callback sets another future.
from concurrent.futures import Future, ThreadPoolExecutor


def then(future, function):
    following = Future()

    def forward(done):
        try:
            following.set_result(function(done.result()))
        except Exception as e:
            following.set_exception(e)

    future.add_done_callback(forward)
    return following


with ThreadPoolExecutor(1) as executor:
    number = executor.submit(int, "20")
    print(then(then(number, lambda n: n + 1), str).result(5))
    print(repr(then(executor.submit(int, "x"), str).exception(5)))
