namespace PalActors.Web.Charts;

/// <summary>A figure that a page draws, without words of the library that draws it.</summary>
/// <param name="Title">Title, also the name of a downloaded file.</param>
/// <param name="Across">Label of the horizontal axis.</param>
/// <param name="Up">Label of the vertical axis.</param>
public sealed record Figure(string Title, string Across, string Up)
{
    /// <summary>What it shows, later ones before earlier ones.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Ends of the vertical axis; null to follow the values.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>True if a unit is as long up as across.</summary>
    public bool IsSquare { get; init; }

    /// <summary>True if the horizontal axis counts, so that its marks are whole numbers.</summary>
    public bool Counts { get; init; }

    /// <summary>What a reader should know besides, in one line; empty for nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Something that a figure shows.</summary>
/// <param name="Name">Name in legend and hover; empty for none.</param>
public abstract record Mark(string Name);

/// <summary>A line through points.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Positions across.</param>
/// <param name="Y">Values; one that is not finite leaves a gap.</param>
/// <param name="Ink">Number of its colour.</param>
public sealed record LineMark(string Name, double[] X, double[] Y, int Ink) : Mark(Name)
{
    /// <summary>Number of its pattern: solid, dashed, dotted.</summary>
    public int Pattern { get; init; }

    /// <summary>Width, pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>1 for opaque.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>True if points are marked.</summary>
    public bool HasPoints { get; init; }

    /// <summary>False if the legend leaves it out.</summary>
    public bool IsInLegend { get; init; } = true;
}

/// <summary>A band between two lines.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Positions across.</param>
/// <param name="Low">Lower ends.</param>
/// <param name="High">Upper ends.</param>
/// <param name="Ink">Number of its colour.</param>
public sealed record BandMark(string Name, double[] X, double[] Low, double[] High, int Ink) : Mark(Name);

/// <summary>Points alone.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Positions across.</param>
/// <param name="Y">Values.</param>
/// <param name="Ink">Number of their colour.</param>
public sealed record PointMark(string Name, double[] X, double[] Y, int Ink) : Mark(Name);

/// <summary>Bars from zero.</summary>
/// <param name="Name">Name.</param>
/// <param name="X">Their middles.</param>
/// <param name="Y">Their heights.</param>
/// <param name="Ink">Number of their colour.</param>
public sealed record BarMark(string Name, double[] X, double[] Y, int Ink) : Mark(Name);

/// <summary>A matrix as a heat map, its first row at the top.</summary>
/// <param name="Name">Name of its values.</param>
/// <param name="Rows">Its rows.</param>
public sealed record HeatMark(string Name, double[][] Rows) : Mark(Name)
{
    /// <summary>True if zero is in the middle of the colours.</summary>
    public bool IsSigned { get; init; }

    /// <summary>True if values are written into the squares.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>Positions across; null for 0, 1, 2 and so on.</summary>
    public double[]? Across { get; init; }

    /// <summary>Names of columns and rows; null for numbers.</summary>
    public string[]? Names { get; init; }
}

/// <summary>A thin line at a value.</summary>
/// <param name="Name">Name.</param>
/// <param name="Value">The value.</param>
public sealed record LevelMark(string Name, double Value) : Mark(Name);
