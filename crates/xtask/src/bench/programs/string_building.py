def build(n):
    parts = []
    for i in range(n):
        parts.append(f"{i:05d}:{i * 2}")
    text = ",".join(parts)
    return sum(len(part.upper().replace("0", "")) for part in text.split(","))


assert build(200_000) > 0
