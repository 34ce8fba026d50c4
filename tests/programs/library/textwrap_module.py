# textwrap: dedent, indent, wrap, fill, shorten.
import textwrap
text = """
    def f():
        return 1

      # comment
    end
"""
print(textwrap.dedent(text))
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "- ", lambda line: True))
story = "The quick brown fox jumps over the lazy dog, which is well-known for its extraordinarily-long sleeping habits and supercalifragilisticexpialidocious dreams."
for width in (10, 20, 40, 70):
    print(textwrap.fill(story, width))
    print("-" * width)
print(textwrap.wrap(story, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(story, 50), textwrap.shorten(story, 30, placeholder="..."), textwrap.shorten("short", 20), textwrap.wrap(""), textwrap.fill("a\tb\nc", 80))
print(textwrap.wrap("one two three four five", 9, max_lines=2), textwrap.wrap("abcdefghij", 4), textwrap.wrap("abcdefghij k", 4, break_long_words=False), textwrap.wrap("pre-war re-enter", 6, break_on_hyphens=False))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
