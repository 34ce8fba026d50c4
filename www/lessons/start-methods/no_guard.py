import multiprocessing

METHOD = "spawn"  # @param ["fork", "spawn"] {label:"Start method", label_zh:"启动方式"}


def work():
    print("child works", flush=True)


context = multiprocessing.get_context(METHOD)
child = context.Process(target=work)
child.start()
child.join()
print("exit code", child.exitcode)
