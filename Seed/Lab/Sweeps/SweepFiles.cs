using PalActors.Lab.Results;

namespace PalActors.Lab.Sweeps;

/// <summary>The files of a sweep's folder.</summary>
internal static class SweepFiles
{
    /// <summary>Definition of the sweep.</summary>
    public const string Definition = "sweep.yaml";

    /// <summary>All measures of all networks that have finished, one a row.</summary>
    public const string Table = "sweep.csv";

    /// <summary>Of a delay study: angle and accuracy, or error, against delay.</summary>
    public const string Delay = "delay.png";

    /// <summary>Of a delay study: time per tick against delay.</summary>
    public const string DelayTime = "delay-time.png";

    /// <summary>Of a delay study: the figures in numbers.</summary>
    public const string DelayMedians = "delay.md";

    /// <summary>Of a delay study of several presentation times: the same against delay over that time.</summary>
    public const string DelayPresentation = "delay-presentation.png";

    /// <summary>Of a width study: accuracy against the size of hidden areas.</summary>
    public const string WidthFigure = "width.png";

    /// <summary>Of a width study: the accuracy of each network.</summary>
    public const string Width = "width.csv";

    /// <summary>Of a width study: median and quartiles over seeds.</summary>
    public const string WidthSummary = "width-summary.csv";

    /// <summary>Of a width study: the same as text, and the cells needed for an accuracy.</summary>
    public const string WidthMedians = "width.md";

    /// <summary>Of any other sweep: its measures against the keys that it varies.</summary>
    public const string Figure = "sweep.png";

    private static readonly string[] s_figures = [Delay, DelayTime, DelayPresentation, WidthFigure, Figure];

    /// <summary>All files.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Definition, Table, DelayMedians, Width, WidthSummary, WidthMedians, .. s_figures,
        .. s_figures.Select(RunFiles.Vector),
    ];
}
