def work(n):
    breakpoint()
    return n + 1


print(work(1))
