# Objects still alive at the end of the program are finalized.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
kept = D("global")
print("last line")
