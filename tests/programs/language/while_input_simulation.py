# A small state machine and a parser, as learners write them.
def tokenize(text):
    position, tokens = 0, []
    while position < len(text):
        ch = text[position]
        if ch.isspace():
            position += 1
        elif ch.isdigit():
            start = position
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            number = text[start:position]
            tokens.append(float(number) if "." in number else int(number))
        elif ch in "+-*/()":
            tokens.append(ch)
            position += 1
        else:
            raise SyntaxError(f"unexpected {ch!r} at {position}")
    return tokens
class Parser:
    def __init__(self, text): self.tokens, self.at = tokenize(text), 0
    def peek(self): return self.tokens[self.at] if self.at < len(self.tokens) else None
    def take(self):
        token = self.peek()
        self.at += 1
        return token
    def expression(self):
        value = self.term()
        while self.peek() in ("+", "-"):
            value = value + self.term() if self.take() == "+" else value - self.term()
        return value
    def term(self):
        value = self.factor()
        while self.peek() in ("*", "/"):
            value = value * self.factor() if self.take() == "*" else value / self.factor()
        return value
    def factor(self):
        match self.take():
            case "(":
                value = self.expression()
                if self.take() != ")":
                    raise SyntaxError("missing )")
                return value
            case "-":
                return -self.factor()
            case int() | float() as number:
                return number
            case other:
                raise SyntaxError(f"unexpected {other!r}")
for text in ("1 + 2 * 3", "(1 + 2) * 3", "-4 / (2 - 1.5)", "2 * (3", "1 $ 2", "1 +", "10 / 0"):
    try:
        print(text, "=", Parser(text).expression())
    except (SyntaxError, ZeroDivisionError) as error:
        print(text, "->", type(error).__name__, error)
state, log = "idle", []
transitions = {("idle", "coin"): "ready", ("ready", "push"): "idle", ("ready", "coin"): "ready"}
for event in ["push", "coin", "coin", "push"]:
    new = transitions.get((state, event), state)
    log.append(f"{state}-{event}->{new}")
    state = new
print(log)
