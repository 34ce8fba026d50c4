# What CPython draws from the operating system is the same in every run of the model.
import os
import random

print(random.random(), os.urandom(4))
