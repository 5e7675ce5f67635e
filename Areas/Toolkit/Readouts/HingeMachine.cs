namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Linear support vector machine that tells one class from all others, by plain stochastic gradient.</summary>
/// <remarks>
/// Per sample, f = w x + b; w shrinks by the factor 1 - rate alpha; if y f is not above 1, w gains rate y x and b rate
/// y. The rate at update t = 1, 2, ... is 1 / (alpha (1000 + t - 1)), 10 at first.
/// </remarks>
internal sealed class HingeMachine
{
    /// <summary>Most passes over the samples.</summary>
    public const int MostPasses = 1000;

    private const double Alpha = 1e-4;
    private const double Start = 1000;
    private const double Tolerance = 1e-3;
    private const int Patience = 5;

    /// <summary>Learns, in an order of the samples of its own in every pass.</summary>
    /// <param name="features">Standardised features, sample after sample.</param>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="label">The class that is told from all others.</param>
    /// <param name="order">Writes the order of the samples in a pass, 1 or more.</param>
    public HingeMachine(double[] features, int[] labels, int label, Action<int, int[]> order)
    {
        Weights = new double[features.Length / labels.Length];
        int[] samples = new int[labels.Length];
        double best = double.PositiveInfinity;
        int idle = 0;
        while (idle < Patience && Passes < MostPasses)
        {
            Passes++;
            order(Passes, samples);
            double loss = Pass(features, labels, label, samples);
            // As in the reference, any gain moves the bar, but only a gain above the tolerance counts.
            idle = loss > best - (Tolerance * labels.Length) ? idle + 1 : 0;
            best = Math.Min(best, loss);
        }
    }

    /// <summary>Coefficients of the standardised features.</summary>
    public double[] Weights { get; }

    /// <summary>Intercept.</summary>
    public double Intercept { get; private set; }

    /// <summary>Number of passes made.</summary>
    public int Passes { get; private set; }

    // Returns the sum of the losses, each from before its update.
    private double Pass(double[] features, int[] labels, int label, int[] samples)
    {
        Span<double> w = Weights;
        double loss = 0, intercept = Intercept, t = Start + ((Passes - 1.0) * samples.Length);
        foreach (int sample in samples)
        {
            ReadOnlySpan<double> x = features.AsSpan(sample * w.Length, w.Length);
            double f = intercept, y = labels[sample] == label ? 1 : -1;
            for (int a = 0; a < x.Length; a++)
                f += w[a] * x[a];
            double rate = 1 / (Alpha * t), gain = 0;
            if (y * f <= 1)
            {
                loss += 1 - (y * f);
                gain = rate * y;
            }

            double shrink = 1 - (rate * Alpha);
            for (int a = 0; a < x.Length; a++)
                w[a] = (w[a] * shrink) + (gain * x[a]);
            intercept += gain;
            t++;
        }

        Intercept = intercept;
        return loss;
    }
}
