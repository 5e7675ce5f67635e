using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;
using PalActors.Lab.Texts;

namespace PalActors.Cli.Progress;

/// <summary>Points of a sweep that run, the last values, and the best point so far.</summary>
/// <param name="courses">The networks that run in this process.</param>
/// <param name="columns">Names of the keys that the sweep varies.</param>
internal sealed class SweepValues(IReadOnlyList<SweepCourse> courses, IReadOnlyList<string> columns)
{
    private const int MostRunning = 4;
    private const int MostLast = 3;

    /// <summary>True if all networks of the sweep run in this process; else it knows no earlier ones.</summary>
    public bool IsWhole { get; init; } = true;

    // A study has a column for each axis, and most of them have one value.
    private readonly int[] _varied = Varied(courses, columns.Count);

    // Networks in the order in which they ended.
    private readonly List<SweepCourse> _ended = [];

    /// <summary>Lines for a terminal.</summary>
    public IReadOnlyList<string> Lines()
    {
        _ended.AddRange(courses.Where(course => course.Ended).Except(_ended).ToArray());
        SweepCourse[] running = [.. courses.Where(course => course is { Started: true, Ended: false })];
        List<string> lines = [];
        foreach (SweepCourse course in running.Take(MostRunning))
        {
            string share = string.Create(CultureInfo.InvariantCulture, $"{100.0 * course.Tick / course.LastTick:F0} %");
            lines.Add($"  runs   {Name(course)}: {Join(share, Value(course))}");
        }

        if (running.Length > MostRunning)
            lines.Add($"         and {running.Length - MostRunning} more");
        lines.AddRange(_ended.TakeLast(MostLast).Select(course => $"  ended  {Name(course)}: {Join(End(course))}"));
        if (Best() is { Length: > 0 } best)
            lines.Add(best);
        return lines;
    }

    /// <summary>The point with the best median over its seeds; empty before a network of any has ended.</summary>
    public string Best()
    {
        (SweepCourse Course, double Value, int Seeds)[] points =
        [
            .. courses.Where(course => course is { Completed: true, Diverged: false })
                .Select(course => (Course: course, Value: Measure(course)))
                .Where(one => double.IsFinite(one.Value))
                .GroupBy(one => (one.Course.Network.Point, one.Course.Network.Plan.Label))
                .Select(point => (
                    point.First().Course, Quartiles.Of(point.Select(one => one.Value)).Median, point.Count())),
        ];
        if (points.Length == 0)
            return "";
        bool isAccuracy = IsAccuracy(points[0].Course);
        (SweepCourse best, double value, int seeds) =
            isAccuracy ? points.MaxBy(point => point.Value) : points.MinBy(point => point.Value);
        string of = seeds > 1 ? string.Create(CultureInfo.InvariantCulture, $", median of {seeds} seeds") : "";
        string when = IsWhole ? "so far" : "since this start";
        return $"best {when}: {Text(isAccuracy, value)} at {Join(Point(best), best.Network.Plan.Label)}{of}";
    }

    private static string End(SweepCourse course) => course.Diverged ? "diverged"
        : !course.Completed ? "stopped"
        : Value(course);

    private static string Value(SweepCourse course) =>
        Measure(course) is var value && double.IsFinite(value) ? Text(IsAccuracy(course), value) : "";

    private static bool IsAccuracy(SweepCourse course) =>
        double.IsFinite(course.Last(CommonMetrics.AccuracyValidation));

    // The error is a mean over the epoch, since that of a single sample says little.
    private static double Measure(SweepCourse course) => IsAccuracy(course)
        ? course.Last(CommonMetrics.AccuracyValidation)
        : course.Last(SweepTable.ErrorOverEpoch);

    private static string Text(bool isAccuracy, double value) => isAccuracy
        ? string.Create(CultureInfo.InvariantCulture, $"validation {100 * value:F2} %")
        : string.Create(CultureInfo.InvariantCulture, $"error {value:G3}");

    private string Name(SweepCourse course) => Join(Point(course), Figures.Name(course.Network.Plan));

    // The identity has the values of the point, then seed and model.
    private string Point(SweepCourse course)
    {
        IReadOnlyList<string> values = Csv.Split(course.Network.Identity);
        return string.Join(" ", _varied.Select(column => $"{columns[column]}={values[column]}"));
    }

    // Of a single point, all.
    private static int[] Varied(IReadOnlyList<SweepCourse> courses, int columns)
    {
        IReadOnlyList<string>[] points = [.. courses.Select(course => Csv.Split(course.Network.Identity))];
        int[] all = [.. Enumerable.Range(0, columns)];
        int[] varied = [.. all.Where(column => points.Select(point => point[column]).Distinct().Count() > 1)];
        return varied.Length > 0 ? varied : all;
    }

    private static string Join(params string[] parts) => string.Join("  ", parts.Where(part => part.Length > 0));
}
