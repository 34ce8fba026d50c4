import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    for target in (lambda: None, (x for x in ()).__next__):
        try:
            process = context.Process(target=target)
            process.start()
        except Exception as error:
            print(type(error).__name__, str(error)[:32])
        else:
            process.join()
            print(process.exitcode)
    for obj in (context.Lock(), context.Queue(), context.Value("i"), context.Event()):
        process = context.Process(target=print, args=())
        try:
            context.reducer.ForkingPickler.dumps(obj)
        except RuntimeError as error:
            print(error)
    forked = multiprocessing.get_context("fork").Lock()
    try:
        context.Process(target=print, args=(forked,)).start()
    except RuntimeError as error:
        print(error)
