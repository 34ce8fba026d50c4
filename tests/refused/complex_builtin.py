print(abs(complex(3, 4)))
