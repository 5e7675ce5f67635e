namespace PalActors.Lab.Experiments;

/// <content>What tells whether a network uses its value.</content>
public sealed partial record Override
{
    /// <summary>True if it only follows from another change, so that it may be one that nothing uses.</summary>
    internal bool IsDerived { get; init; }

    /// <summary>Entry of areas or pathways that it reaches into, or null, and the key that it gives there.</summary>
    /// <remarks>Of other paths the key is the whole of it, so no parameter's.</remarks>
    internal (string? Entry, string Name) Target => Key.Split('.') switch
    {
        ["areas" or "pathways", _, string own] => (Key[..^(own.Length + 1)], own),
        [string name, string epoch] when epoch.All(char.IsAsciiDigit) => (null, name),
        _ => (null, Key),
    };
}
