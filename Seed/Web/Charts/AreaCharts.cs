using System.Globalization;
using PalActors.Messages.Control;
using PalActors.Web.Data;

namespace PalActors.Web.Charts;

/// <summary>Figures of an area: its weights, how they align, its potentials and rates.</summary>
internal static class AreaCharts
{
    private const int MostCells = 96;
    private const int MostPairs = 1500;
    private const int Bins = 24;

    /// <summary>Names of potentials and rates that areas of the cell models have.</summary>
    private static readonly (string Name, string Title)[] s_vectors =
        [("u", "somatic potentials"), ("ub", "basal potentials"), ("v_api", "apical potentials"), ("r", "rates")];

    /// <summary>A matrix of weights as a heat map.</summary>
    /// <param name="block">The weights.</param>
    /// <param name="title">Title.</param>
    public static Figure Weights(StateBlock block, string title)
    {
        int down = (block.Rows + MostCells - 1) / MostCells, across = (block.Columns + MostCells - 1) / MostCells;
        double[][] rows = [.. Enumerable.Range(0, (block.Rows + down - 1) / down).Select(Row)];
        return new Figure(title, "presynaptic cell", "postsynaptic cell")
        {
            Marks = [new HeatMark(block.Name, rows) { IsSigned = true }],
            Note = down * across == 1
                ? $"{block.Rows} × {block.Columns}"
                : $"{block.Rows} × {block.Columns}; each square is the mean of {down} × {across} weights",
        };

        double[] Row(int i) => [.. Enumerable.Range(0, (block.Columns + across - 1) / across).Select(j => Mean(i, j))];

        double Mean(int i, int j)
        {
            double sum = 0;
            int count = 0;
            for (int row = i * down; row < Math.Min(block.Rows, (i + 1) * down); row++)
            {
                for (int column = j * across; column < Math.Min(block.Columns, (j + 1) * across); column++, count++)
                    sum += block.Values[((long)row * block.Columns) + column];
            }

            return sum / count;
        }
    }

    /// <summary>W^T against B of a pathway, entry by entry; null where they do not compare.</summary>
    public static Figure? Alignment(PathwayWeights weights, string name)
    {
        if (!weights.Compare)
            return null;
        (double W, double B)[] pairs = [.. weights.Pairs(MostPairs)];
        long all = (long)weights.W!.Rows * weights.W.Columns;
        double[] w = [.. pairs.Select(pair => pair.W)], b = [.. pairs.Select(pair => pair.B)];
        List<Mark> marks = [new PointMark("a weight", w, b, 0)];
        double squares = w.Sum(value => value * value);
        if (squares > 0)
        {
            // The least squares line through zero, which all points would lie on at 0°.
            double slope = pairs.Sum(pair => pair.W * pair.B) / squares, end = w.Max(Math.Abs);
            marks.Add(new LineMark("B = k Wᵀ, least squares", [-end, end], [-slope * end, slope * end], 1));
        }

        return new Figure($"Wᵀ against B, {name}", "Wᵀ", "B")
        {
            Marks = marks,
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"angle {weights.Angle:F1}°{(pairs.Length < all ? $"; {pairs.Length:N0} of {all:N0} weights" : "")}"),
        };
    }

    /// <summary>Distributions of the potentials and rates that a sample holds of an area.</summary>
    public static IEnumerable<Figure> Distributions(NetworkSample sample, int area)
    {
        foreach ((string name, string title) in s_vectors)
        {
            if (sample.Find(area, name) is { Values.Length: > 0 } block)
                yield return Distribution(block.Values, title, name);
        }
    }

    /// <summary>Rates of an area over the ticks of samples.</summary>
    public static Figure? Rates(IReadOnlyList<NetworkSample> samples, int area)
    {
        (long Tick, StateBlock Rates)[] all =
            [.. from sample in samples let rates = sample.Find(area, "r") where rates is not null
                select (sample.Tick, rates)];
        if (all.Length < 2)
            return null;
        int neurons = all[0].Rates.Values.Length, step = (neurons + MostCells - 1) / MostCells;
        double[][] rows =
        [
            .. Enumerable.Range(0, (neurons + step - 1) / step)
                .Select(i => all.Select(one => one.Rates.Values[i * step]).ToArray()),
        ];
        double[] ticks = [.. all.Select(one => (double)one.Tick)];
        return new Figure("rates over time", "tick", "neuron")
        {
            Marks = [new HeatMark("rate", rows) { Across = ticks }],
            Note = $"{(step == 1 ? "all neurons" : $"one neuron in {step}")}, a column per sample",
        };
    }

    private static Figure Distribution(double[] values, string title, string symbol)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        double low = finite.DefaultIfEmpty(0).Min(), high = finite.DefaultIfEmpty(1).Max();
        double width = high > low ? (high - low) / Bins : 1;
        double[] counts = new double[Bins];
        foreach (double value in finite)
            counts[Math.Min(Bins - 1, (int)((value - low) / width))]++;
        double[] middles = [.. Enumerable.Range(0, Bins).Select(i => low + ((i + 0.5) * width))];
        return new Figure($"distribution of {title}", symbol, "cells")
        {
            Marks = [new BarMark(title, middles, counts, 0)],
        };
    }
}
