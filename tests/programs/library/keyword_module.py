# keyword and names.
import keyword
print(keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist))
print([name for name in ("class", "Class", "x1", "1x", "_", "é") if name.isidentifier() and not keyword.iskeyword(name)])
