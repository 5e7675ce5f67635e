namespace PalActors.Messages.Frames;

/// <summary>Description of a frame: what a frame or a piece of it claims besides its values.</summary>
/// <param name="Kind">Meaning of the values.</param>
/// <param name="Run">Run it belongs to.</param>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">Generation of the network's actors.</param>
/// <param name="Source">Index of the sending area.</param>
/// <param name="Width">Values per part and tick.</param>
/// <param name="Parts">Parts per tick.</param>
/// <param name="FirstTick">First tick with values in the frame.</param>
/// <param name="TickCount">Number of consecutive ticks with values in the frame.</param>
public readonly record struct FrameHeader(
    FrameKind Kind,
    long Run,
    int Network,
    int Generation,
    int Source,
    int Width,
    int Parts,
    long FirstTick,
    int TickCount)
{
    /// <summary>Checks whether one set of values holds for all ticks.</summary>
    public bool Held => Kind is FrameKind.Stimulus or FrameKind.Target;

    /// <summary>Sets of values: 1 if held, else one per tick.</summary>
    public int Sets => Held ? 1 : TickCount;

    /// <summary>Last tick with values in the frame.</summary>
    public long LastTick => FirstTick + TickCount - 1;
}
