# Nested data: building, walking, comparing, printing.
tree = {"value": 1, "children": [{"value": 2, "children": []}, {"value": 3, "children": [{"value": 4, "children": []}]}]}
def total(node): return node["value"] + sum(total(child) for child in node["children"])
def depth(node): return 1 + max((depth(c) for c in node["children"]), default=0)
print(total(tree), depth(tree), tree["children"][1]["children"][0]["value"])
print(tree)
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [list(r) for r in zip(*matrix)], [row[::-1] for row in matrix], sum(map(sum, matrix)), [x for row in matrix for x in row], max(max(r) for r in matrix))
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
def bfs(start):
    seen, queue = [start], [start]
    while queue:
        for n in graph[queue.pop(0)]:
            if n not in seen:
                seen.append(n)
                queue.append(n)
    return seen
print(bfs("a"))
def paths(a, b): return [[a]] if a == b else [[a] + p for n in graph[a] for p in paths(n, b)]
print(paths("a", "d"))
deep = []
for _ in range(50):
    deep = [deep]
print(str(deep).count("["), deep == deep, [[1, [2]], (3, {4: [5]})] == [[1, [2]], (3, {4: [5]})])
a, b = [], {}
a.append(b); b["a"] = a
print(a, b)
t = ([],)
t[0].append(t)
print(t)
groups = {}
for word in "apple avocado banana blueberry cherry".split():
    groups.setdefault(word[0], []).append(word)
print(groups, {k: len(v) for k, v in groups.items()}, sorted(groups.items(), key=lambda kv: (-len(kv[1]), kv[0])))
inverted = {v: k for k, vs in groups.items() for v in vs}
print(inverted["cherry"], len(inverted))
linked = None
for n in range(3):
    linked = (n, linked)
print(linked)
