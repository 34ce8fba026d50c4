import re

print(re.findall("[a-z]+", "ab cd"))
