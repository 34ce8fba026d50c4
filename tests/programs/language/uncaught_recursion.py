# Uncaught errors at the bottom of a recursion name each frame once, then count.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    down(n - 1)

down(10)
