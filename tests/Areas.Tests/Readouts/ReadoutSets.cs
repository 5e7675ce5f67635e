using System.Text.Json;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Areas.Tests.Readouts;

/// <summary>Sets of samples for tests of read-outs.</summary>
internal static class ReadoutSets
{
    /// <summary>A set with its optimum under logistic regression, found by another program.</summary>
    public static JsonElement Reference { get; } = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readouts", "readout.json"))).RootElement;

    /// <summary>The samples of the reference to learn from.</summary>
    public static LabelledFeatures Train { get; } = Part(0, Reference.GetProperty("train").GetInt32());

    /// <summary>Those to test with.</summary>
    public static LabelledFeatures Test { get; } =
        Part(Reference.GetProperty("train").GetInt32(), Reference.GetProperty("X").GetArrayLength());

    public static double[] Doubles(JsonElement values) => [.. values.EnumerateArray().Select(v => v.GetDouble())];

    /// <summary>
    /// Normal clouds of standard deviation 1, whose centres have a standard deviation of <paramref name="spread"/>.
    /// </summary>
    public static LabelledFeatures Clouds(int count, int dimension, int classes, double spread, uint seed)
    {
        LegacyRandomState random = new(seed);
        double[] centres = new double[classes * dimension], values = new double[count * dimension];
        random.Normals(centres);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.RandInt(classes))];
        random.Normals(values);
        for (int i = 0; i < values.Length; i++)
            values[i] += spread * centres[(labels[i / dimension] * dimension) + (i % dimension)];
        return new LabelledFeatures(values, dimension, labels);
    }

    /// <summary>Ten tight clouds on a circle: each can be cut off by a straight line.</summary>
    public static LabelledFeatures Circle(int count, uint seed)
    {
        LegacyRandomState random = new(seed);
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 10)];
        double[] values =
        [
            .. labels.SelectMany(k => new[] { Math.Cos(0.2 * Math.PI * k), Math.Sin(0.2 * Math.PI * k) })
                .Select(x => x + random.Uniform(-0.01, 0.01)),
        ];
        return new LabelledFeatures(values, 2, labels);
    }

    private static LabelledFeatures Part(int from, int to)
    {
        JsonElement[] x = [.. Reference.GetProperty("X").EnumerateArray().Take(from..to)];
        int[] y = [.. Reference.GetProperty("y").EnumerateArray().Take(from..to).Select(v => v.GetInt32())];
        return new LabelledFeatures([.. x.SelectMany(Doubles)], 2, y);
    }
}
