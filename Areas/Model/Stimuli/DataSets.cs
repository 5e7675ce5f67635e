namespace PalActors.Areas.Model.Stimuli;

/// <summary>The data sets by name. A new one is a class in a file of its own and one line here.</summary>
public static class DataSets
{
    private static readonly Dictionary<string, Func<ulong, IDataSet>> s_all = new()
    {
        ["yin-yang"] = seed => new YinYang(seed),
    };

    /// <summary>Names that experiments use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_all.Keys];

    /// <summary>The data set of this name and seed.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IDataSet Get(string name, ulong seed) => s_all.TryGetValue(name, out Func<ulong, IDataSet>? create)
        ? create(seed)
        : throw new ArgumentException($"'{name}' is not a data set; valid is one of {string.Join(", ", Names)}.", nameof(name));
}
