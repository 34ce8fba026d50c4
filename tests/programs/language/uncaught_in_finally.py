# finally runs before the traceback comes.
def risky():
    try:
        [][0]
    finally:
        print("cleaning up")

risky()
