using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <summary>Statistics of a metric at one place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Start">Values before learning.</param>
/// <param name="End">Values at the end.</param>
internal sealed record AreaSummary(MetricPlace Place, Quartiles Start, Quartiles End);
