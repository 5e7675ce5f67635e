namespace PalActors.Lab.Keys;

/// <summary>A key of experiment files as its reference shows it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">Its meaning in one line, with its unit.</param>
/// <param name="Form">Form of its values.</param>
/// <param name="Range">Valid values in words; empty if the form says all.</param>
/// <param name="Default">Value where it is not given, in words.</param>
/// <param name="Users">Cell models, learning models and tasks that have it; empty for all.</param>
internal sealed record KeyRow(
    string Name, string Summary, string Form, string Range, string Default, string Users)
{
    /// <summary>Keys of the maps that are its values.</summary>
    public IReadOnlyList<KeyRow> Entries { get; init; } = [];

    /// <summary>Names of parameters of the cells that these maps may have besides.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];
}

/// <summary>Keys that belong together.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Rows">The keys, in the order of their tables.</param>
internal sealed record KeyGroup(string Title, IReadOnlyList<KeyRow> Rows);
