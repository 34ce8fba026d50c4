import threadin

print(threadin)
