"""Elementary functions in 60-digit decimal arithmetic, the reference of the scripts in this folder."""
from decimal import Decimal, getcontext

getcontext().prec = 60
getcontext().Emin = -999999
getcontext().Emax = 999999

LN2 = Decimal(2).ln()


def _pi():
    # Machin: pi/4 = 4 atan(1/5) - atan(1/239)
    def atan_inverse(n):
        total, power, k = Decimal(0), Decimal(1) / n, 0
        while abs(power) > Decimal(10) ** -70:
            total += power / (2 * k + 1) * (-1) ** k
            power /= n * n
            k += 1
        return total

    return 4 * (4 * atan_inverse(5) - atan_inverse(239))


PI = _pi()


def series(first, ratio):
    """first + first * ratio(1) + first * ratio(1) * ratio(2) + ..."""
    total, term, k = Decimal(0), first, 0
    while term != 0 and abs(term) > abs(total) * Decimal(10) ** -65:
        total += term
        k += 1
        term *= ratio(k)
    return total


def exp(x):
    return x.exp()


def expm1(x):
    return series(x, lambda k: x / (k + 1)) if abs(x) < 1 else x.exp() - 1


def log(x):
    return x.ln()


def log1p(x):
    # 2 atanh(x / (2 + x)) keeps its digits where 1 + x would lose them
    if abs(x) > Decimal("0.1"):
        return (1 + x).ln()
    s = x / (2 + x)
    z, total, power, k = s * s, Decimal(0), s, 1
    while power != 0 and abs(power) > abs(total) * Decimal(10) ** -65:
        total += power / k
        power *= z
        k += 2
    return 2 * total


def tanh(x):
    e = expm1(2 * x)
    return e / (e + 2)


def logistic(x):
    return 1 / (1 + (-x).exp())


def softplus(x):
    return max(x, Decimal(0)) + log1p((-abs(x)).exp())


def sin_turns(u):
    return _sin_cos_turns(u)[0]


def cos_turns(u):
    return _sin_cos_turns(u)[1]


def _sin_cos_turns(u):
    quarters = (4 * u).to_integral_value()
    angle = (u - quarters / 4) * 2 * PI
    square = angle * angle
    sine = series(angle, lambda k: -square / ((2 * k) * (2 * k + 1)))
    cosine = series(Decimal(1), lambda k: -square / ((2 * k - 1) * (2 * k)))
    return [(sine, cosine), (cosine, -sine), (-sine, -cosine), (-cosine, sine)][int(quarters) % 4]
