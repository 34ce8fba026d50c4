import multiprocessing

print(multiprocessing.get_all_start_methods())
print(multiprocessing.get_start_method(allow_none=True), multiprocessing.get_start_method())
try:
    multiprocessing.set_start_method("spawn")
except RuntimeError as error:
    print(error)
multiprocessing.set_start_method("spawn", force=True)
print(multiprocessing.get_start_method(), multiprocessing.get_context().get_start_method())
print(multiprocessing.get_context("fork").get_start_method())
try:
    multiprocessing.get_context("fork").set_start_method("spawn")
except ValueError as error:
    print(error)
print(multiprocessing.Process.__name__, multiprocessing.get_context("fork").Process.__name__)
