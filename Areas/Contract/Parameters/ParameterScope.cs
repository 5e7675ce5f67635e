namespace PalActors.Areas.Contract.Parameters;

/// <summary>Number of a parameter's values; a single value always stands for all of them.</summary>
public enum ParameterScope
{
    /// <summary>One for the network.</summary>
    Network,

    /// <summary>One per area with cells; L in a chain of L areas above the input.</summary>
    Cortical,

    /// <summary>One per area with areas above it; L - 1 in a chain.</summary>
    Hidden,

    /// <summary>One per pathway; L in a chain, by the upper area.</summary>
    Pathway,

    /// <summary>One per pathway between areas with cells; L - 1 in a chain, by the lower area.</summary>
    Feedback,

    /// <summary>One, and only in tasks that have a teacher.</summary>
    Teacher,
}
