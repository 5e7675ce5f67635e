namespace PalActors.Messages.Frames;

/// <summary>Kinds of frames: the meaning of their values.</summary>
/// <remarks>There is no forward and no backward phase: in every tick an area sends both Up and Down.</remarks>
public enum FrameKind : byte
{
    /// <summary>Emissions of an area for one above it; the cell model says what their parts are.</summary>
    Up = 1,

    /// <summary>Emissions of an area for one below it; the cell model says what their parts are.</summary>
    Down = 2,

    /// <summary>Values of an input, held for all ticks of the frame; one part.</summary>
    Stimulus = 3,

    /// <summary>Target of an area, held for all ticks of the frame; one part.</summary>
    Target = 4,
}
