"""
Derives the polynomial coefficients of PortableMath with the Remez exchange algorithm. Run it to print them:

    python3 fit_coefficients.py

fit() finds the polynomial of given degree that minimises the largest |weight * (f - p)| on an interval.
"""
from decimal import Decimal
from math import cos, pi

from exact import LN2, PI, series

POINTS = 1500


def solve(matrix, right):
    """Gaussian elimination with pivoting."""
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    result = [Decimal(0)] * n
    for i in reversed(range(n)):
        result[i] = (rows[i][n] - sum(rows[i][j] * result[j] for j in range(i + 1, n))) / rows[i][i]
    return result


def evaluate(coefficients, x):
    total = Decimal(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def powers(x, degree):
    result = [Decimal(1)]
    for _ in range(degree):
        result.append(result[-1] * x)
    return result


def grid(low, high):
    """Chebyshev nodes, dense at the ends."""
    return [low + (high - low) * (1 - Decimal(cos(pi * i / POINTS))) / 2 for i in range(POINTS + 1)]


def fit(f, degree, low, high, weight=lambda x: Decimal(1)):
    xs = grid(low, high)
    fs = [f(x) for x in xs]
    ws = [weight(x) for x in xs]
    count = degree + 2
    picks = [round(i * POINTS / (count - 1)) for i in range(count)]
    for _ in range(30):
        matrix = [powers(xs[i], degree) + [Decimal(-1) ** k / ws[i]] for k, i in enumerate(picks)]
        solution = solve(matrix, [fs[i] for i in picks])
        coefficients, level = solution[:-1], abs(solution[-1])
        errors = [w * (v - evaluate(coefficients, x)) for x, v, w in zip(xs, fs, ws)]
        # One extremum from each run of equal sign; too many runs lose their smaller end.
        runs, start = [], 0
        for i in range(1, len(xs) + 1):
            if i == len(xs) or (errors[i] > 0) != (errors[start] > 0):
                runs.append(max(range(start, i), key=lambda r: abs(errors[r])))
                start = i
        while len(runs) > count:
            runs.pop(0 if abs(errors[runs[0]]) < abs(errors[runs[-1]]) else -1)
        worst = max(abs(e) for e in errors)
        if len(runs) < count or runs == picks or worst <= level * Decimal("1.0001"):
            break
        picks = runs
    return coefficients, worst


def show(name, result):
    coefficients, worst = result
    print(f"{name}: weighted error {float(worst):.2e}")
    for k, c in enumerate(coefficients):
        print(f"    {k}: {float(c)!r}")


def exp_tail(t):
    """(e^t - 1 - t) / t^2"""
    return series(Decimal("0.5"), lambda k: t / (k + 2))


def log_tail(z):
    """(2 atanh(s) - 2 s) / s^3 with z = s^2"""
    total, power, k = Decimal(0), Decimal(2), 3
    while power > Decimal(10) ** -65:
        total += power / k
        power *= z
        k += 2
    return total


def sin_tail(z):
    """(sin(2 pi r) / r - 2 pi) / z with z = r^2"""
    q = 4 * PI * PI
    return series(-2 * PI * q / 6, lambda k: -q * z / ((2 * k + 2) * (2 * k + 3)))


def cos_tail(z):
    """(cos(2 pi r) - 1) / z with z = r^2"""
    q = 4 * PI * PI
    return series(-q / 2, lambda k: -q * z / ((2 * k + 1) * (2 * k + 2)))


if __name__ == "__main__":
    edge = LN2 / 2 * Decimal("1.0001")
    # The tail enters as t^2 * p beside t, which the weight follows without vanishing at 0.
    show("exp", fit(exp_tail, 9, -edge, edge, lambda t: t * t + Decimal("0.02")))
    root = Decimal(2).sqrt()
    largest = ((root - 1) / (root + 1)) ** 2 * Decimal("1.001")
    show("log", fit(log_tail, 6, Decimal(0), largest, lambda z: z + Decimal("0.001")))
    eighth = Decimal(1) / 64 * Decimal("1.0001")
    show("sin", fit(sin_tail, 5, Decimal(0), eighth, lambda z: z + Decimal("0.0005")))
    show("cos", fit(cos_tail, 6, Decimal(0), eighth, lambda z: z + Decimal("0.0005")))
    for name, value in (("log2 e", 1 / LN2), ("ln 2", LN2), ("2 pi", 2 * PI)):
        high = Decimal(float(value))
        print(f"{name}: {float(high)!r} + {float(value - high)!r}")
    # ln 2 with 21 trailing zero bits, so that its product with any exponent is exact.
    high = Decimal(int(LN2 * 2**32)) / 2**32
    print(f"ln 2: {float(high)!r} + {float(LN2 - high)!r}")
