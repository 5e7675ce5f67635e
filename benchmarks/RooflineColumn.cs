using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>A column computed from what a pass moves and the mean time it took.</summary>
/// <param name="name">Heading.</param>
/// <param name="legend">Explanation of the column.</param>
/// <param name="of">The value, from the pass and its mean time in nanoseconds.</param>
/// <param name="format">The value as text.</param>
/// <param name="words">The whole cell as text, where it is not a number.</param>
internal sealed class RooflineColumn(
    string name, string legend, Func<PassTraffic, double, double> of, Func<double, string> format,
    Func<PassTraffic, string>? words = null) : IColumn
{
    public string Id => nameof(RooflineColumn) + name;

    public string ColumnName => name;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => words is null;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => legend;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        // A failed benchmark has no time, and a benchmark of something else has no shape.
        if (summary[benchmarkCase]?.ResultStatistics is not { } statistics
            || benchmarkCase.Parameters[nameof(ProjectionBenchmarks.Shape)] is not string shape
            || benchmarkCase.Parameters[nameof(ProjectionBenchmarks.Form)] is not UpdateForm form)
            return "-";
        PassTraffic traffic = PassTraffic.Of(shape, form);
        return words?.Invoke(traffic) ?? format(of(traffic, statistics.Mean));
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        GetValue(summary, benchmarkCase);
}
