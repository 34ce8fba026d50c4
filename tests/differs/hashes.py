# Texts have the hashes of PYTHONHASHSEED=0, so that sets have one order.
assert hash("a") == 4644417185603328019
