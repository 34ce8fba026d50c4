half = "\ud800"
print(len(half))
