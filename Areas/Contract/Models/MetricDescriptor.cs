using PalActors.Messages.Control;
using PalActors.Messages.Plan;

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

    /// <summary>Places of a network that it is measured at, in order.</summary>
    public IReadOnlyList<MetricPlace> Places(AreaGraph graph) => Home switch
    {
        MetricHome.Network => [MetricPlace.Network],
        MetricHome.AboveFirst => [.. graph.WithCells.Skip(1).Select(area => new MetricPlace(area))],
        MetricHome.Feedback when graph.IsChain => [.. graph.Hidden.Select(area => new MetricPlace(area))],
        MetricHome.Feedback => [.. graph.Feedback.Select(Of)],
        MetricHome.Pathway when !graph.IsChain => [.. graph.Pathways.Select(Of)],
        _ => [.. graph.WithCells.Select(area => new MetricPlace(area))],
    };

    private static MetricPlace Of(Pathway pathway) => new(pathway.From, pathway.To);
}
