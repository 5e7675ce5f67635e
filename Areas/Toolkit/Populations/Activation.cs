using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>An activation function phi, from prospective potentials to rates, and its derivative. FORMAT section 2.</summary>
public abstract class Activation
{
    // So near to a bound a rate hardly depends on its potential any more.
    private const double NearBound = 1e-6;

    private static readonly Activation[] s_all =
    [
        new Activation<LinearFunction, OneFunction>("linear"),
        new Activation<ReluFunction, StepFunction>("relu"),
        new Activation<SoftPlusFunction, LogisticFunction>("soft_relu"),
        new Activation<LogisticFunction, LogisticDerivative>("logistic", 0, 1),
        new Activation<TanhFunction, TanhDerivative>("tanh", -1, 1),
        new Activation<HardSigmoidFunction, HardSigmoidDerivative>("hard_sigmoid", 0, 1),
    ];

    private protected Activation(string name, double low, double high) => (Name, Low, High) = (name, low, high);

    /// <summary>Names of all activation functions.</summary>
    public static string[] Names { get; } = [.. s_all.Select(a => a.Name)];

    /// <summary>Name in experiment files.</summary>
    public string Name { get; }

    /// <summary>Lower bound of rates that saturate at both ends; minus infinity for all others.</summary>
    public double Low { get; }

    /// <summary>Their upper bound; infinity for all others.</summary>
    public double High { get; }

    /// <summary>Checks whether the first rates are all at a bound, within 1e-6; false without bounds.</summary>
    /// <param name="rates">Rates, perhaps with padding behind.</param>
    /// <param name="size">Number of neurons, 1 or more.</param>
    public bool IsSaturated(double[] rates, int size)
    {
        foreach (double rate in rates.AsSpan(0, size))
        {
            if (!(rate - Low <= NearBound || High - rate <= NearBound))
                return false;
        }

        return true;
    }

    /// <summary>The activation function of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Activation Get(string name) => Array.Find(s_all, a => a.Name == name)
        ?? throw new ArgumentException($"'{name}' is not an activation function; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>y = phi(x) over the first <paramref name="size"/> cells of padded arrays.</summary>
    public abstract void Rates(double[] x, double[] y, int size);

    /// <summary>y = phi'(x) over the first <paramref name="size"/> cells of padded arrays.</summary>
    public abstract void Derivatives(double[] x, double[] y, int size);

    /// <summary>
    /// ub = u_prev + gain (u - u_prev), u_prev = u, r = phi(ub) (FORMAT section 4, point 1), and the high-pass of r, hp += (r - r~) - rate hp (point 9).
    /// </summary>
    public abstract void LookAhead(double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp, double rate, int size);

    /// <summary>The same, and error = r - phi(dendriteGain v): how far the rate is from what a dendrite at v predicts (point 5).</summary>
    public abstract void LookAhead(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp, double rate, double[] v, double dendriteGain, double[] error, int size);
}
