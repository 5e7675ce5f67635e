namespace PalActors.Messages.Control;

/// <summary>Sample of an area after a tick, which another area's measures need.</summary>
/// <remarks>It goes by way of the hosts, off the tick path.</remarks>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The sending area.</param>
/// <param name="Receiver">The area that measures.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Blocks">What the receiver needs, by name.</param>
public sealed record AreaSample(
    int Generation, int Area, int Receiver, long Tick, StateBlock[] Blocks) : IControlMessage;

/// <summary>All that an area measured after a tick.</summary>
/// <remarks>One message for each tick at which areas measure, in the order of ticks.</remarks>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">The tick.</param>
/// <param name="Values">The values, in any order; often none.</param>
public sealed record AreaMeasures(int Generation, int Area, long Tick, Metric[] Values) : IControlMessage;
