namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Multinomial logistic regression on standardised features, to convergence.</summary>
/// <remarks>
/// It minimises the sum of cross entropies + |coef|^2 / 2, without a penalty on the intercepts, by Newton's method. The
/// optimum is unique; intercepts are given with zero mean. Classes that do not occur in training are never predicted.
/// </remarks>
public sealed class LogisticReadout : IReadout
{
    private const int MostSteps = 500;

    /// <inheritdoc/>
    public string Name => "logistic";

    /// <inheritdoc/>
    public LinearClassifier Fit(LabelledFeatures train)
    {
        int[] classes = train.Classes();
        Standardisation features = Standardisation.Of(train);
        int[] labels = [.. train.Labels.Select(label => Array.BinarySearch(classes, label))];
        double[] parameters = Minimise(new CrossEntropy(features.Apply(train), labels, classes.Length));
        int last = train.Dimension * classes.Length;
        return new LinearClassifier(
            classes,
            features,
            [.. classes.Select((_, k) => Column(k))],
            parameters[last..]);

        double[] Column(int k) =>
            [.. Enumerable.Range(0, train.Dimension).Select(a => parameters[(a * classes.Length) + k])];
    }

    /// <summary>Minimises the objective from all zeros.</summary>
    private static double[] Minimise(CrossEntropy objective)
    {
        double[] parameters = new double[objective.Gradient.Length];
        for (int step = 0, polished = 0; step < MostSteps; step++)
        {
            double value = objective.Expand(parameters);
            double[] direction = SymmetricSystem.Solve(objective.Hessian, objective.Gradient);
            double decrease = 0;
            for (int i = 0; i < direction.Length; i++)
                decrease += direction[i] * objective.Gradient[i];

            // Where the decrease drowns in the rounding of the value, two full steps square the error twice.
            bool near = decrease <= 1e-10 * value;
            if (near && polished++ == 2)
                return parameters;
            parameters = near
                ? Moved(parameters, direction, 1)
                : Search(objective, parameters, direction, value, decrease);
        }

        throw new ArithmeticException($"The logistic read-out has not converged after {MostSteps} Newton steps.");
    }

    // Halves the step until the value falls by a share of what the slope promises.
    private static double[] Search(
        CrossEntropy objective, double[] parameters, double[] direction, double value, double decrease)
    {
        for (double length = 1; length > 1e-12; length /= 2)
        {
            double[] moved = Moved(parameters, direction, length);
            if (objective.Evaluate(moved) <= value - (1e-4 * length * decrease))
                return moved;
        }

        throw new ArithmeticException("The logistic read-out finds no step that lowers its objective.");
    }

    private static double[] Moved(double[] parameters, double[] direction, double length) =>
        [.. parameters.Select((value, i) => value - (length * direction[i]))];
}
