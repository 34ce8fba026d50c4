# Orders of sets after every operation of sets, dictionaries and iterables.
x = 12345
def rnd(n):
    global x
    x = (x * 1103515245 + 12345) % 2147483648
    return (x >> 8) % n
out = []
for _ in range(400):
    a = [rnd(60) for _ in range(rnd(30))]
    b = [rnd(60) for _ in range(rnd(30))]
    A = set(a); B = set(b); F = frozenset(b)
    for s in (A|B, A&B, A-B, A^B, A|F, F-A, A.union(b), A.intersection(b), A.difference(b), A.symmetric_difference(b), A.union(b, a), A.difference(b, [1,2,3]), A.intersection(dict.fromkeys(b)), A.difference(dict.fromkeys(b)), A.union(dict.fromkeys(b)), dict.fromkeys(a).keys() & B, dict.fromkeys(a).keys() - B, dict.fromkeys(a).keys() | b, dict.fromkeys(a).keys() ^ B, B & dict.fromkeys(a).keys(), set(dict.fromkeys(a)), set(iter(a)), frozenset(A), A.copy()):
        out.append(list(s))
    C = set(a); C |= B; out.append(list(C)); C -= set(b[:5]); out.append(list(C)); C ^= B; out.append(list(C)); C &= A; out.append(list(C)); C.update(b, dict.fromkeys(a)); out.append(list(C)); C.difference_update(b[:3]); out.append(list(C)); C.symmetric_difference_update(a); out.append(list(C)); C.intersection_update(b); out.append(list(C)); C.pop() if C else None; out.append(list(C)); C.clear(); C.update(B); out.append(list(C))
print(len(out), hash(tuple(map(tuple, out))))
for i in range(0, len(out), 97): print(out[i])
