# A package does not have what nobody has imported of it.
import concurrent
import os
package = concurrent
try:
    print(package.futures.ThreadPoolExecutor)
except AttributeError as error:
    print(error)
system = os
print(system.path.join("a", "b"))
