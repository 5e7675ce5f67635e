using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>One-against-all linear support vector machines by stochastic gradient, as in the published runs.</summary>
/// <remarks>
/// It is scikit-learn's SGDClassifier after standardisation: hinge loss, L2 penalty with alpha 1e-4, at most 1000
/// passes, stop after 5 passes without a gain of 1e-3 per sample. Its result depends on the order of the samples by
/// several percent, so a mean over shuffles says more. Orders are this project's own, one per class and pass.
/// </remarks>
/// <param name="seed">Seed of the orders.</param>
/// <param name="shuffle">Number of the shuffle: one seed has many.</param>
public sealed class SgdReadout(ulong seed, int shuffle = 0) : IReadout
{
    /// <inheritdoc/>
    public string Name => "sgd";

    /// <inheritdoc/>
    public LinearClassifier Fit(LabelledFeatures train)
    {
        int[] classes = train.Classes();
        Standardisation features = Standardisation.Of(train);
        double[] standardised = features.Apply(train);
        HingeMachine[] machines =
        [
            .. classes.Select(label => new HingeMachine(
                standardised,
                train.Labels,
                label,
                (pass, order) => CounterRandom.Permutation(
                    seed, RandomStream.ReadOut, Round(label, pass), order))),
        ];
        return new LinearClassifier(
            classes, features, [.. machines.Select(m => m.Weights)], [.. machines.Select(m => m.Intercept)]);
    }

    /// <summary>Computes the accuracies of <paramref name="shuffles"/> shuffles: 0, 1, ... of the seed.</summary>
    public static double[] Accuracies(LabelledFeatures train, LabelledFeatures test, ulong seed, int shuffles = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shuffles, 1);
        return [.. Enumerable.Range(0, shuffles).Select(k => new SgdReadout(seed, k).Fit(train).Score(test))];
    }

    /// <summary>Computes the mean accuracy of <paramref name="shuffles"/> shuffles.</summary>
    public static double MeanAccuracy(LabelledFeatures train, LabelledFeatures test, ulong seed, int shuffles = 10)
    {
        double sum = 0;
        foreach (double accuracy in Accuracies(train, test, seed, shuffles))
            sum += accuracy;
        return sum / shuffles;
    }

    // Distinct for every shuffle, class and pass, up to 2^20 classes.
    private long Round(int label, int pass) => ((((long)shuffle << 20) + label) * (HingeMachine.MostPasses + 1)) + pass;
}
