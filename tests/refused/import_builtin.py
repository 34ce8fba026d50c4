math = __import__("math")
print(math.pi)
