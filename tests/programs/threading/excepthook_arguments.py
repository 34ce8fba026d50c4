import threading


def hook(args):
    print(type(args).__name__, len(args), args.exc_type.__name__, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0, name="fails")
thread.start()
thread.join()
print(threading.ExceptHookArgs.__name__, threading.ExceptHookArgs.__module__)
args = threading.ExceptHookArgs((ValueError, ValueError(1), None, None))
print(args, args.exc_value)
try:
    threading.ExceptHookArgs((1, 2))
except TypeError as error:
    print(error)
