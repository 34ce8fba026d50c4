# An error while another is handled, uncaught.
class Broken(Exception):
    pass

def cleanup():
    raise Broken("cleanup failed")

try:
    {}["missing"]
except KeyError:
    cleanup()
