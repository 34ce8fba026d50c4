"""Where asyncio's own functions are to be found in CPython 3.11's library.

Representations of futures and tasks name the places of callbacks and coroutines. For those of
asyncio itself learners shall see what they would see there.
"""

__atomic__ = True

_FOLDER = "/usr/lib/python3.11/asyncio"


def of_callback(function):
    """The place of a function of asyncio that serves as a callback, None for any other."""
    if not function.__module__.startswith("asyncio."):
        return None
    match function.__qualname__:
        case "_run_until_complete_cb":
            place = "base_events.py:180"
        case "_set_result_unless_cancelled":
            place = "futures.py:311"
        case "_chain_future.<locals>._set_state":
            place = "futures.py:381"
        case "_chain_future.<locals>._call_check_cancel":
            place = "futures.py:387"
        case "_chain_future.<locals>._call_set_state":
            place = "futures.py:394"
        case "_release_waiter":
            place = "tasks.py:431"
        case "_wait.<locals>._on_completion":
            place = "tasks.py:519"
        case "as_completed.<locals>._on_timeout":
            place = "tasks.py:596"
        case "as_completed.<locals>._on_completion":
            place = "tasks.py:602"
        case "gather.<locals>._done_callback":
            place = "tasks.py:764"
        case "shield.<locals>._inner_done_callback":
            place = "tasks.py:891"
        case "shield.<locals>._outer_done_callback":
            place = "tasks.py:908"
        case "run_coroutine_threadsafe.<locals>.callback":
            place = "tasks.py:926"
        case _:
            return None
    return f"{_FOLDER}/{place}"


def of_coroutine(code, begun):
    """The place of a coroutine function of asyncio, or where it waits; None for any other."""
    if not code.co_filename.rpartition("/")[2].startswith("asyncio."):
        return None
    match code.co_qualname:
        case "sleep":
            file, defined, waits = "tasks", 637, 649
        case "wait":
            file, defined, waits = "tasks", 399, 428
        case "wait_for":
            file, defined, waits = "tasks", 436, 476
        case "as_completed.<locals>._wait_for_one":
            file, defined, waits = "tasks", 610, 611
        case "to_thread":
            file, defined, waits = "threads", 12, 25
        case "Lock.acquire":
            file, defined, waits = "locks", 93, 114
        case "Event.wait":
            file, defined, waits = "locks", 200, 213
        case "Condition.wait":
            file, defined, waits = "locks", 248, 267
        case "Condition.wait_for":
            file, defined, waits = "locks", 285, 294
        case "Semaphore.acquire":
            file, defined, waits = "locks", 364, 387
        case "Barrier.wait":
            file, defined, waits = "locks", 481, 497
        case "Queue.put":
            file, defined, waits = "queues", 110, 120
        case "Queue.get":
            file, defined, waits = "queues", 149, 158
        case "Queue.join":
            file, defined, waits = "queues", 206, 215
        case _:
            return None
    return f"{_FOLDER}/{file}.py:{waits if begun else defined}"
