namespace PalActors.Areas.Contract.Models;

/// <summary>Observables that any cell model may have, by the same names.</summary>
public static class CommonObservables
{
    /// <summary>What classes are read out of, whole after the last tick of a presentation.</summary>
    /// <remarks>Rows are cells; with batches, columns are the samples of the presentation.</remarks>
    public const string ReadOut = "read_out";
}
