# Lists in ordinary use.
stack = []
for ch in "([]{()})":
    if ch in "([{":
        stack.append(ch)
    else:
        assert "([{".index(stack.pop()) == ")]}".index(ch)
print("balanced", not stack)
queue = [1, 2, 3]
queue.append(queue.pop(0))
print(queue, queue[-1], queue[len(queue) // 2])
rotated = queue[1:] + queue[:1]
unique = list(dict.fromkeys([3, 1, 3, 2, 1]))
evens, odds = [], []
for n in range(6):
    (odds if n % 2 else evens).append(n)
print(rotated, unique, evens, odds, [*zip(evens, odds)], [a + b for a, b in zip(evens, odds)], list(map(max, zip(evens, odds))))
flat = sum([[1], [2, 3], []], [])
chunks = [flat[i:i + 2] for i in range(0, len(flat), 2)]
print(flat, chunks, [x for c in chunks for x in c] == flat, flat.index(max(flat)), sorted(range(len(flat)), key=lambda i: -flat[i]))
parts = "k1=v1;k2=v2".split(";")
print(dict(p.split("=") for p in parts), [p.partition("=")[2] for p in parts], all("=" in p for p in parts))
table = [[0] * 3 for _ in range(2)]
table[1][2] = 5
for row in table:
    print(*row)
nums = [4, 8, 15, 16, 23, 42]
print(sum(nums) / len(nums), nums[::-1], nums[-3:], [b - a for a, b in zip(nums, nums[1:])], min(nums, key=lambda n: abs(n - 20)), [n for n in nums if n & (n - 1) == 0])
nums[1:3], nums[-1] = [0], 99
nums.insert(0, nums.pop())
print(nums, nums.count(0), nums * 2 == nums + nums, [] in [[]], [1, 2] in [[1, 2]])
