def count(words, rounds):
    counts = {}
    for _ in range(rounds):
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return counts


words = ("the quick brown fox jumps over the lazy dog while the cat sleeps " * 10).split()
assert count(words, 5_000)["the"] == 150_000
