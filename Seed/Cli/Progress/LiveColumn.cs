namespace PalActors.Cli.Progress;

/// <summary>A column of a live table.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="Rank">The higher, the sooner it is left out on a narrow terminal; 0 stays always.</param>
/// <param name="Cells">Text of each row.</param>
/// <param name="IsText">True for text, which begins on the left; numbers end on the right.</param>
internal sealed record LiveColumn(string Head, int Rank, IReadOnlyList<string> Cells, bool IsText = false)
{
    /// <summary>Columns of the terminal that it takes.</summary>
    public int Width { get; } = Cells.Append(Head).Max(text => text.Length);

    /// <summary>Text with spaces up to its width.</summary>
    public string Fill(string text) => IsText ? text.PadRight(Width) : text.PadLeft(Width);
}
