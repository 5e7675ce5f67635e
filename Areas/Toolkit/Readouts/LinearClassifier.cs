namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Classifier that predicts the class with the largest linear function of standardised features.</summary>
/// <param name="Classes">Labels in ascending order.</param>
/// <param name="Features">Standardisation of the features.</param>
/// <param name="Coefficients">A row for each class, with a coefficient for each standardised feature.</param>
/// <param name="Intercepts">An intercept for each class.</param>
public sealed record LinearClassifier(
    int[] Classes, Standardisation Features, double[][] Coefficients, double[] Intercepts)
{
    /// <summary>Predicts the class of a sample; of equal ones the first.</summary>
    public int Predict(ReadOnlySpan<double> sample)
    {
        if (sample.Length != Features.Mean.Length)
        {
            throw new ArgumentException(
                $"The number of features is '{sample.Length}'; valid is {Features.Mean.Length}, as in training.");
        }

        int best = 0;
        double largest = double.NegativeInfinity;
        for (int k = 0; k < Classes.Length; k++)
        {
            double value = Intercepts[k];
            for (int a = 0; a < sample.Length; a++)
                value += Coefficients[k][a] * Features.Apply(sample[a], a);
            if (value > largest)
                (best, largest) = (k, value);
        }

        return Classes[best];
    }

    /// <summary>Counts the samples whose class is predicted.</summary>
    public int Correct(LabelledFeatures test)
    {
        int correct = 0;
        for (int i = 0; i < test.Count; i++)
        {
            if (Predict(test[i]) == test.Labels[i])
                correct++;
        }

        return correct;
    }

    /// <summary>Computes the share of samples whose class is predicted.</summary>
    public double Score(LabelledFeatures test) => (double)Correct(test) / test.Count;
}
