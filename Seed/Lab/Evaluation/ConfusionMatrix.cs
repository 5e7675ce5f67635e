namespace PalActors.Lab.Evaluation;

/// <summary>Number of samples of each class, by the class that was read out.</summary>
/// <param name="counts">Counts, a row per class of samples, a column per class read out.</param>
internal sealed class ConfusionMatrix(int[,] counts)
{
    /// <summary>Number of classes.</summary>
    public int Classes => counts.GetLength(0);

    /// <summary>Number of samples of a class that were read out as another.</summary>
    public int this[int label, int read] => counts[label, read];

    /// <summary>Samples of a class.</summary>
    public int Samples(int label) => Enumerable.Range(0, Classes).Sum(read => counts[label, read]);

    /// <summary>Samples that were read out as a class.</summary>
    public int Read(int read) => Enumerable.Range(0, Classes).Sum(label => counts[label, read]);

    /// <summary>Samples that were read out right.</summary>
    public int Correct => Enumerable.Range(0, Classes).Sum(label => counts[label, label]);

    /// <summary>All samples.</summary>
    public int Total => Enumerable.Range(0, Classes).Sum(Samples);

    /// <summary>Share of a class that was read out right; not a number without samples.</summary>
    public double Recall(int label) => (double)counts[label, label] / Samples(label);

    /// <summary>Share of what was read out as a class that is of it; not a number if nothing was.</summary>
    public double Precision(int read) => (double)counts[read, read] / Read(read);

    /// <summary>Counts classes: the largest value, of equal ones the first.</summary>
    public static ConfusionMatrix Of(double[][] targets, double[][] outputs)
    {
        int classes = targets.Length == 0 ? 0 : targets[0].Length;
        int[,] counts = new int[classes, classes];
        for (int sample = 0; sample < targets.Length; sample++)
            counts[Largest(targets[sample]), Largest(outputs[sample])]++;
        return new ConfusionMatrix(counts);
    }

    /// <summary>Counts as they were captured: rows of class, class read out, and number of samples.</summary>
    public static ConfusionMatrix Of(IEnumerable<IReadOnlyList<int>> rows, int classes)
    {
        int[,] counts = new int[classes, classes];
        foreach (IReadOnlyList<int> row in rows)
            counts[row[0], row[1]] = row[2];
        return new ConfusionMatrix(counts);
    }

    /// <summary>Sum of several, of the same classes.</summary>
    public static ConfusionMatrix Sum(IReadOnlyList<ConfusionMatrix> all)
    {
        int classes = all[0].Classes;
        int[,] counts = new int[classes, classes];
        for (int label = 0; label < classes; label++)
        {
            for (int read = 0; read < classes; read++)
                counts[label, read] = all.Sum(one => one[label, read]);
        }

        return new ConfusionMatrix(counts);
    }

    /// <summary>Place of the largest value, of equal ones the first.</summary>
    public static int Largest(double[] values) => Array.IndexOf(values, values.Max());
}
