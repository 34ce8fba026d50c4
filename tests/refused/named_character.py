print("\N{BULLET} one")
