code = compile("1 + 1", "<text>", "eval")
print(code)
