name = input("Who? ")
print(name)
