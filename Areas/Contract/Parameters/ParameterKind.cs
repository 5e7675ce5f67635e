namespace PalActors.Areas.Contract.Parameters;

/// <summary>Kind of a parameter's values.</summary>
public enum ParameterKind
{
    /// <summary>A finite real number.</summary>
    Real,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of a list of words.</summary>
    Word,

    /// <summary>A whole number of ticks, or a time in ms that is one.</summary>
    Ticks,

    /// <summary>Two real numbers, low and high.</summary>
    Range,
}
