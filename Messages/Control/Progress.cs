namespace PalActors.Messages.Control;

/// <summary>Permits areas to run to a tick, and asks for a report at another one.</summary>
/// <remarks>The only message of a clock about ticks: it bounds run-ahead and carries no tick's data.</remarks>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Tick">The last tick that areas may compute.</param>
/// <param name="ReportTick">Tick that areas report when it is complete.</param>
public sealed record Horizon(int Generation, long Tick, long ReportTick) : IControlMessage;

/// <summary>Report of an area that it completed a tick: a horizon's report tick, or its end.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Figures">Traffic over the area's links.</param>
public sealed record TickReached(int Generation, int Area, long Tick, AreaFigures Figures) : IControlMessage;

/// <summary>Report of a host that an area died of an error.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Name">Name of the actor that reports it, for people.</param>
/// <param name="Reason">The error.</param>
public sealed record AreaFailed(int Generation, string Name, string Reason) : IControlMessage;
