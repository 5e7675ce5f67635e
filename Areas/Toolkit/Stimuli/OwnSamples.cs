using System.Globalization;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Samples of a split: some rows of tables.</summary>
/// <param name="Inputs">Inputs of all rows.</param>
/// <param name="Classes">Class of each row, or null.</param>
/// <param name="Targets">Targets of all rows, or null.</param>
/// <param name="Rows">Row of each sample.</param>
internal sealed record OwnSamples(RowTable Inputs, int[]? Classes, RowTable? Targets, int[] Rows)
{
    /// <summary>Gets the row of a sample.</summary>
    public int RowOf(int sample) => (uint)sample < (uint)Rows.Length
        ? Rows[sample]
        : throw new ArgumentOutOfRangeException(
            nameof(sample), sample,
            string.Create(CultureInfo.InvariantCulture, $"valid is 0 to {Rows.Length - 1}."));
}
