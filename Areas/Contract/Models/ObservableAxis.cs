namespace PalActors.Areas.Contract.Models;

/// <summary>Area whose neurons the rows or columns of an observable are.</summary>
public enum ObservableAxis
{
    /// <summary>One column: the observable is a vector.</summary>
    None,

    /// <summary>Neurons of the area below.</summary>
    Below,

    /// <summary>Neurons of the area itself.</summary>
    Here,

    /// <summary>Neurons of the area above, or cells that mirror them here.</summary>
    Above,
}
