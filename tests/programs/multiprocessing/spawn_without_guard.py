import multiprocessing
import sys


class Lines:
    def write(self, text):
        for line in text.splitlines():
            if "RuntimeError" in line or "if __name__" in line:
                print(line.strip())
        return len(text)

    def flush(self):
        pass


def child():
    print("runs all the same")


sys.stderr = Lines()
multiprocessing.set_start_method("spawn", force=True)
process = multiprocessing.Process(target=child)
try:
    process.start()
except RuntimeError as error:
    print(str(error).strip().splitlines()[0])
else:
    process.join()
    print(process.exitcode)
