namespace PalActors.Messages.Frames;

/// <summary>What a frame's values are. There is no forward and no backward phase: in every tick an area sends both Up and Down.</summary>
public enum FrameKind : byte
{
    /// <summary>Rates r of an area, for the area above. One part.</summary>
    Up = 1,

    /// <summary>
    /// Prospective potentials of an area, for the area below (which applies phi itself). One part; under BP a second one with the
    /// post-synaptic factors of the last update of W.
    /// </summary>
    Down = 2,

    /// <summary>Input rates for area 1, held for all ticks of the frame. One part.</summary>
    Stimulus = 3,

    /// <summary>Target voltages for the top area, held for all ticks of the frame. One part.</summary>
    Target = 4,
}
