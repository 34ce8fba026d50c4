import pickle
from multiprocessing import Pool


def nothing(pool):
    pass


if __name__ == "__main__":
    with Pool(1) as pool:
        for call in (lambda: pickle.dumps(pool), lambda: pool.apply(nothing, (pool,))):
            try:
                call()
            except NotImplementedError as error:
                print(error)
