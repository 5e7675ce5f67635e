namespace PalActors.Messages.Plan;

/// <summary>What acts in a tick. All areas read it from the schedule, never from a message's arrival.</summary>
[Flags]
public enum TickFlags
{
    /// <summary>Nothing learns, no noise, no target.</summary>
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
