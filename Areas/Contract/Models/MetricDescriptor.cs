namespace PalActors.Areas.Contract.Models;

/// <summary>A metric: a row of metrics.csv by name, with all that tables, figures and docs say of it.</summary>
/// <param name="Name">Name in metrics.csv, for instance <c>angle_WT_B</c>.</param>
/// <param name="Label">Name in tables and messages, for instance <c>angle(W^T, B)</c>.</param>
/// <param name="Unit">Unit; 1 if it has none.</param>
/// <param name="Home">Areas that it is measured in.</param>
/// <param name="Form">Form of its values.</param>
/// <param name="Meaning">Meaning in one line.</param>
public sealed record MetricDescriptor(
    string Name, string Label, string Unit, MetricHome Home, MetricForm Form, string Meaning)
{
    /// <summary>Panel in the figure of all measures; null for none.</summary>
    public MetricFigure? Panel { get; init; }

    /// <summary>Texts for the one metric that progress and short tables show for each area; null for others.</summary>
    public MetricHeadline? Headline { get; init; }

    /// <summary>Explains an angle that is NaN from other metrics of its area and tick.</summary>
    /// <remarks>The argument looks up a metric by name; one that was not measured is NaN.</remarks>
    public Func<Func<string, double>, MissingReason> WhyMissing { get; init; } =
        _ => new MissingReason("one of both is zero", IsCertain: false);

    /// <summary>Areas of a network that have it, ascending; null stands for the network.</summary>
    /// <param name="top">Index of the top area.</param>
    public IReadOnlyList<int?> Areas(int top) => Home switch
    {
        MetricHome.Network => [null],
        MetricHome.AboveFirst => [.. Enumerable.Range(2, top - 1)],
        MetricHome.Hidden => [.. Enumerable.Range(1, top - 1)],
        _ => [.. Enumerable.Range(1, top)],
    };
}
