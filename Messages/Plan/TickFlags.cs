namespace PalActors.Messages.Plan;

/// <summary>Flags of a tick: learning, noise, target and read-out.</summary>
/// <remarks>All areas read them from the schedule, never from a message's arrival.</remarks>
[Flags]
public enum TickFlags
{
    /// <summary>No learning, no noise, no target.</summary>
    None = 0,

    /// <summary>W changes (<c>learn_fw</c>).</summary>
    LearnForward = 1,

    /// <summary>P and Q change (<c>learn_lat</c>).</summary>
    LearnLateral = 2,

    /// <summary>B changes (<c>learn_bw</c>).</summary>
    LearnBackward = 4,

    /// <summary>The apical noise xi advances and reaches the soma.</summary>
    Noise = 8,

    /// <summary>The top area is nudged by its target.</summary>
    Target = 16,

    /// <summary>The top area reads out a class for each presentation.</summary>
    ReadOut = 32,
}
