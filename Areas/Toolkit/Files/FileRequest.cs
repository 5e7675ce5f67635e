namespace PalActors.Areas.Toolkit.Files;

/// <summary>What is wanted of a file.</summary>
/// <param name="Inputs">Names of columns or arrays with inputs; none: the usual ones; null: nothing.</param>
/// <param name="Labels">Names of the column or array with labels; none: the usual one; null: nothing.</param>
/// <param name="Targets">Names of columns or arrays with real-valued targets; null: nothing.</param>
internal sealed record FileRequest(
    IReadOnlyList<string>? Inputs, IReadOnlyList<string>? Labels, IReadOnlyList<string>? Targets);

/// <summary>What was wanted of a file.</summary>
/// <param name="Inputs">Inputs of each row, or null.</param>
/// <param name="Labels">Label of each row, or null.</param>
/// <param name="Targets">Targets of each row, or null.</param>
internal sealed record FileContent(RowTable? Inputs, LabelColumn? Labels, RowTable? Targets);
