from multiprocessing import Process


def child():
    try:
        Process(target=print).start()
    except AssertionError as error:
        print(error)


process = Process(target=child)
process.daemon = True
process.start()
process.join()
