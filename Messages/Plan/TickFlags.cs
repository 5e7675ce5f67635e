namespace PalActors.Messages.Plan;

/// <summary>Flags of a tick: learning, noise, target and read-out.</summary>
/// <remarks>
/// All areas read them from the schedule, never from a message's arrival. What they mean in detail is the cell model's.
/// </remarks>
[Flags]
public enum TickFlags
{
    /// <summary>No learning, no noise, no target.</summary>
    None = 0,

    /// <summary>Forward weights learn.</summary>
    LearnForward = 1,

    /// <summary>Lateral weights learn.</summary>
    LearnLateral = 2,

    /// <summary>Feedback weights learn.</summary>
    LearnBackward = 4,

    /// <summary>Noise acts.</summary>
    Noise = 8,

    /// <summary>Targets act.</summary>
    Target = 16,

    /// <summary>The top area reads out its class, or how far it is from the target, for each presentation.</summary>
    ReadOut = 32,
}
