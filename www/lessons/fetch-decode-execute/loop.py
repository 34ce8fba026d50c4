ROUNDS = 3  # @param {type:"slider", min:1, max:20, step:1, label:"Rounds", label_zh:"轮数"}

total = 0
i = 0
while i < ROUNDS:
    total += i
    i += 1
print("total", total)
