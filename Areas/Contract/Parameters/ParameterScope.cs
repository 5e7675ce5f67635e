namespace PalActors.Areas.Contract.Parameters;

/// <summary>Number of a parameter's values; a single value always stands for all of them.</summary>
public enum ParameterScope
{
    /// <summary>One for the network.</summary>
    Network,

    /// <summary>One per cortical area above the input (L).</summary>
    Cortical,

    /// <summary>One per hidden area (L - 1).</summary>
    Hidden,

    /// <summary>One, and only in tasks that have a teacher.</summary>
    Teacher,
}
