from multiprocessing import Pool

ORDER = "after close"  # @param ["after close", "join without close"] {label:"Mistake", label_zh:"错误"}

if __name__ == "__main__":
    pool = Pool(2)
    print(pool.apply(abs, (-1,)))
    try:
        if ORDER == "after close":
            pool.close()
            pool.apply_async(abs, (-2,))
        else:
            pool.join()
    except ValueError as error:
        print("ValueError:", error)
    pool.close()
    pool.join()
