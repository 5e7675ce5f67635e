"""
Writes portable_math.csv, the table the accuracy tests compare with: function, argument, correctly rounded value, both
doubles as the hexadecimal digits of their bits.

    python3 make_table.py
"""
import math
import pathlib
import random
import struct
from decimal import Decimal

import exact

POINTS = 400
generator = random.Random(20260)


def bits(x):
    return struct.pack(">d", x).hex()


def spread(low, high):
    """Evenly distributed."""
    return lambda: generator.uniform(low, high)


def scales(low, high, signed=False):
    """Evenly distributed exponents."""
    def draw():
        value = math.exp(generator.uniform(math.log(low), math.log(high)))
        return -value if signed and generator.random() < 0.5 else value
    return draw


def around(*centres):
    """A few last places from one of the centres."""
    def draw():
        value = generator.choice(centres)
        for _ in range(generator.randrange(4)):
            value = math.nextafter(value, generator.choice((-math.inf, math.inf)))
        return value
    return draw


def draws():
    half_ln2 = [(k + 0.5) * math.log(2) for k in range(-4, 5)]
    root = math.sqrt(2)
    eighths = [k / 8 for k in range(-9, 18)]
    return {
        "exp": (exact.exp, [
            spread(-1, 1), spread(-700, 709), spread(-20, 20), scales(1e-300, 1, True), spread(-745.1, -708),
            around(709.782712893384, -708.3964185322641, -745.1332191019411, 1.0, -1.0, *half_ln2)]),
        "log": (exact.log, [
            spread(0.5, 2), spread(0, 100), scales(1e-307, 1e308), scales(5e-324, 3e-308), spread(0.999, 1.001),
            around(0.9999999999999999, 1.0000000000000002, root, root / 2, 2.2250738585072014e-308, 5e-323, math.e)]),
        "log1p": (exact.log1p, [
            spread(0, 1), scales(1e-300, 1), spread(0, 1e-3), around(root - 1, 0.5, 0.9999999999999, 1e-16, 1e-8)]),
        "logistic": (exact.logistic, [
            spread(-1, 1), spread(-10, 10), spread(-708, 40), spread(-40, -30), scales(1e-300, 1, True),
            around(36.7368005696771, -36.7368005696771, *half_ln2)]),
        "tanh": (exact.tanh, [
            spread(-1, 1), spread(-5, 5), spread(-20, 20), scales(1e-300, 1, True),
            around(19.061547465398498, *[x / 2 for x in half_ln2])]),
        "softplus": (exact.softplus, [
            spread(-1, 1), spread(-10, 10), spread(-745, 40), scales(1e-300, 1e300, True), spread(-745.1, -708),
            around(0.8813735870195429, -0.8813735870195429, 37.0, -37.0, *half_ln2)]),
        "sin": (exact.sin_turns, [
            spread(0, 1), spread(-3, 3), scales(1e-300, 0.25, True), spread(-1e6, 1e6),
            around(*[k for k in eighths if k % 0.5 != 0])]),
        "cos": (exact.cos_turns, [
            spread(0, 1), spread(-3, 3), scales(1e-300, 0.25, True), spread(-1e6, 1e6),
            around(*[k for k in eighths if k % 0.5 != 0.25])]),
    }


def main():
    lines = []
    for name, (function, sources) in draws().items():
        for i in range(POINTS):
            x = sources[i % len(sources)]()
            if name == "log1p":
                x = min(max(x, 0.0), 1.0)
            value = function(Decimal(x))
            try:
                y = float(value)
            except OverflowError:
                y = math.inf
            lines.append(f"{name},{bits(x)},{bits(y)}\n")
    pathlib.Path(__file__).with_name("portable_math.csv").write_text("".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    main()
