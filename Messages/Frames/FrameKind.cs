namespace PalActors.Messages.Frames;

/// <summary>Kinds of frames: the meaning of their values.</summary>
/// <remarks>There is no forward and no backward phase: in every tick an area sends both Up and Down.</remarks>
public enum FrameKind : byte
{
    /// <summary>Rates r of an area, for the area above; one part.</summary>
    Up = 1,

    /// <summary>Prospective potentials of an area, for the area below; one part, under BP two or three.</summary>
    /// <remarks>
    /// The area below applies phi itself. Under BP a second part has the post-synaptic factors of the last update of W;
    /// where delays vary also, the first value of a third part identifies the rates that the update used.
    /// </remarks>
    Down = 2,

    /// <summary>Input rates for area 1, held for all ticks of the frame; one part.</summary>
    Stimulus = 3,

    /// <summary>Target voltages for the top area, held for all ticks of the frame; one part.</summary>
    Target = 4,
}
