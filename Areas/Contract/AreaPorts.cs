namespace PalActors.Areas.Contract;

/// <summary>Links of an area.</summary>
/// <remarks>A port is addressed by its place in the list.</remarks>
/// <param name="Incoming">Links that the area waits for in every tick.</param>
/// <param name="Outgoing">Links that it sends over in every tick.</param>
/// <param name="SamplesTo">Areas whose measures need samples of this one.</param>
/// <param name="SamplesFrom">Areas whose samples the measures of this one need.</param>
public sealed record AreaPorts(
    IReadOnlyList<IncomingPort> Incoming,
    IReadOnlyList<OutgoingPort> Outgoing,
    IReadOnlyList<int> SamplesTo,
    IReadOnlyList<int> SamplesFrom);
