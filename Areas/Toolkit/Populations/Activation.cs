using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>
/// Activation function phi, from prospective potentials to rates, and its derivative (FORMAT section 2).
/// </summary>
public abstract class Activation
{
    // Nearer to a bound than this, a rate hardly depends on its potential.
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

    /// <summary>Lower bound of rates that saturate at both ends; minus infinity for other functions.</summary>
    public double Low { get; }

    /// <summary>Upper bound of rates that saturate at both ends; infinity for other functions.</summary>
    public double High { get; }

    /// <summary>Checks whether the first rates are all at a bound, within 1e-6.</summary>
    /// <param name="rates">Rates, perhaps with padding behind.</param>
    /// <param name="size">Number of neurons, 1 or more.</param>
    /// <returns>False without bounds.</returns>
    public bool IsSaturated(double[] rates, int size)
    {
        foreach (double rate in rates.AsSpan(0, size))
        {
            if (!(rate - Low <= NearBound || High - rate <= NearBound))
                return false;
        }

        return true;
    }

    /// <summary>Gets the activation function of this name.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public static Activation Get(string name) => Array.Find(s_all, a => a.Name == name)
        ?? throw new ArgumentException(
            $"'{name}' is not an activation function; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Computes y = phi(x) over the first <paramref name="size"/> cells of padded arrays.</summary>
    public abstract void Rates(double[] x, double[] y, int size);

    /// <summary>Computes y = phi'(x) over the first <paramref name="size"/> cells of padded arrays.</summary>
    public abstract void Derivatives(double[] x, double[] y, int size);

    /// <summary>Computes prospective potentials and rates, and the high-pass of the rates.</summary>
    /// <remarks>
    /// ub = u_prev + gain (u - u_prev), u_prev = u, r = phi(ub) (FORMAT section 4, point 1), and hp += (r - r~) - rate
    /// hp (point 9).
    /// </remarks>
    public abstract void LookAhead(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp,
        double rate, int size);

    /// <summary>Computes the same and the error r - phi(dendriteGain v).</summary>
    /// <remarks>
    /// The error is how far the rate is from what a dendrite at v predicts (FORMAT section 4, point 5).
    /// </remarks>
    public abstract void LookAhead(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp,
        double rate, double[] v, double dendriteGain, double[] error, int size);
}
