namespace PalActors.Areas.Contract.Models;

/// <summary>Areas that have an observable.</summary>
public enum ObservableHome
{
    /// <summary>Area 0.</summary>
    Input,

    /// <summary>All areas above the input.</summary>
    AboveInput,

    /// <summary>The areas between input and top.</summary>
    Hidden,

    /// <summary>The top area.</summary>
    Top,
}
