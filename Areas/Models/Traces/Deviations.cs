namespace PalActors.Areas.Models.Traces;

/// <summary>Largest deviations of values from those of a trace, relative to the scale of their quantity.</summary>
public sealed class Deviations
{
    private readonly Dictionary<string, double> _worst = [];

    /// <summary>Largest relative deviation so far, which is NaN as soon as one deviation was NaN.</summary>
    public double Worst { get; private set; }

    /// <summary>Quantity with the largest deviation.</summary>
    public string WorstQuantity { get; private set; } = "";

    /// <summary>Step of the largest deviation.</summary>
    public long WorstStep { get; private set; }

    /// <summary>Number of values compared.</summary>
    public long Compared { get; private set; }

    /// <summary>Largest relative deviation of each quantity.</summary>
    public IReadOnlyDictionary<string, double> ByQuantity => _worst;

    /// <summary>Compares values.</summary>
    /// <param name="quantity">Their quantity, as it is shown.</param>
    /// <param name="step">Their step.</param>
    /// <param name="expected">Values of the trace.</param>
    /// <param name="actual">Values of the replay.</param>
    /// <param name="scale">Scale of the quantity; where it is 0 every value must be exactly 0.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than expected.</exception>
    public void Add(string quantity, long step, double[] expected, double[] actual, double scale)
    {
        if (actual.Length != expected.Length)
        {
            throw new ArgumentException(
                $"{quantity} has {actual.Length} values at step {step}; the trace has {expected.Length}.",
                nameof(actual));
        }

        double deviation = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs(actual[i] - expected[i]);
            // Math.Max in its place would lose a NaN.
            deviation = difference <= deviation ? deviation : difference;
        }

        Compared += expected.Length;
        double relative = deviation == 0 ? 0 : deviation / scale;
        if (!(relative <= _worst.GetValueOrDefault(quantity)))
            _worst[quantity] = relative;
        else
            _worst.TryAdd(quantity, relative);
        if (!(relative <= Worst))
            (Worst, WorstQuantity, WorstStep) = (relative, quantity, step);
    }
}
