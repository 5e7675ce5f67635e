namespace PalActors.Areas.Contract.Models;

/// <summary>Areas that have an observable.</summary>
public enum ObservableHome
{
    /// <summary>Input areas; area 0 of a chain.</summary>
    Input,

    /// <summary>All areas with cells.</summary>
    AboveInput,

    /// <summary>Areas with cells that have areas above them.</summary>
    Hidden,

    /// <summary>Areas that are given a target; the top area of a chain.</summary>
    Targeted,
}
