namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Kind of a key's values in the description of own data.</summary>
public enum OwnDataKind
{
    /// <summary>A text, or several.</summary>
    Texts,

    /// <summary>One of some words.</summary>
    Word,

    /// <summary>Two finite numbers, the first below the second.</summary>
    Range,

    /// <summary>A whole number, 1 or more.</summary>
    Whole,

    /// <summary>A whole number, or <c>none</c>.</summary>
    Seed,

    /// <summary>A share below 1, files, or a map of files.</summary>
    Split,
}

/// <summary>A key of the description of own data.</summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Summary">Its meaning in one line.</param>
public sealed record OwnDataKey(string Name, OwnDataKind Kind, string Summary)
{
    /// <summary>Values where it is not given and has a use; none if it then has no value.</summary>
    public string[] Default { get; init; } = [];

    /// <summary>The valid words, of a key that has words.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Valid values in words, for error messages.</summary>
    public string Valid => Kind switch
    {
        OwnDataKind.Word => $"one of {string.Join(", ", Words)}",
        OwnDataKind.Range => "two finite numbers, the first below the second",
        OwnDataKind.Whole => "a whole number, 1 or more",
        OwnDataKind.Seed => "a whole number, 0 or more, or none",
        OwnDataKind.Split => "a share between 0 and 1, files, or a map with inputs and labels or targets",
        _ => "a text, or a list of texts",
    };
}
