using System.Globalization;

namespace PalActors.Lab.Experiments;

/// <summary>The authors' lists, with an entry for each area and each pool, as parameters of the rate cells.</summary>
/// <param name="content">The file; receives notes.</param>
/// <param name="network">Its network.</param>
internal sealed class AuthorsLists(AuthorsContent content, AuthorsNetwork network)
{
    // Enough for every factor that a file gives in decimals; so 0.8 * 5 is 4 and not 3.9999999999999996.
    private const string Digits = "G15";

    // What a pool has no use for, so that its entry should be 0.
    private static readonly string[] s_notOfPools = ["lr_factors", "bw_lr_factors", "regularizer", "wn_sigma"];

    /// <summary>The lists that only PAL has, with the least valid value.</summary>
    public static IReadOnlyList<(string Key, double Least)> OfPal { get; } =
    [
        ("bw_lr_factors", 0), ("regularizer", 0), ("tau_xi", 1), ("tau_HP", 1), ("tau_LO", 0), ("sigma", 0),
        ("wn_sigma", 0),
    ];

    /// <summary>Valid values of a list, in a few words.</summary>
    public static string Valid => "a list of numbers, one for each area and pool";

    /// <summary>The parameters.</summary>
    /// <param name="rate">Learning rate that the factors multiply.</param>
    /// <param name="isPal">True with PAL, which alone has noise and learns feedback.</param>
    /// <exception cref="InputException">A list is too short, or holds what is no number or is too small.</exception>
    public IReadOnlyList<YamlEntry> Parameters(double rate, bool isPal)
    {
        Dictionary<string, YamlList> lists = new() { ["lr_factors"] = List("lr_factors", 0) };
        foreach ((string key, double least) in isPal ? OfPal : [])
            lists[key] = List(key, least);
        NotePools(lists);
        List<YamlEntry> parameters = [Scaled("eta_W", "lr_factors")];
        if (!isPal)
            return parameters;
        parameters.Add(Scaled("eta_B", "bw_lr_factors"));
        parameters.Add(OfAreas("reg", "regularizer"));
        parameters.AddRange(OfPal.Select(list => list.Key).Skip(2).Select(key => OfAreas(key, key)));
        if (network.Pools.Count > 0)
            parameters.AddRange([OfPools("pool_sigma", "sigma", "0"), OfPools("pool_tau_xi", "tau_xi", "10")]);
        return parameters;

        YamlEntry OfAreas(string name, string key) =>
            Entry(name, lists[key], network.Places.Select(place => Text(lists[key], place.Area)));

        YamlEntry OfPools(string name, string key, string none) => Entry(
            name, lists[key], network.Places.Select(place => place.Pool is { } pool ? Text(lists[key], pool) : none));

        YamlEntry Scaled(string name, string key) => Entry(
            name,
            lists[key],
            network.Places.Select(place =>
                (rate * Number(lists[key], place.Area)).ToString(Digits, CultureInfo.InvariantCulture)));
    }

    // A list may be longer than the network needs, never shorter.
    private YamlList List(string key, double least)
    {
        YamlEntry entry = content.Require(key);
        int needed = network.Entries;
        string areas = network.Pools.Count > 0
            ? $"{needed} areas and pools of {network.Name}"
            : $"{needed} areas of {network.Name}";
        if (entry.Value is not YamlList list || list.Items.Count < needed)
            throw entry.Source.Error($"{key} is {entry.Value.Show()}; valid is a value for each of the {areas}.");
        for (int i = 0; i < list.Items.Count; i++)
            ValueReader.Real(new YamlEntry($"{key}[{i}]", list.Items[i].Source, list.Items[i]), least);
        if (list.Items.Count > needed)
        {
            content.Notes.Add(
                $"{entry.Source}: {key} has {list.Items.Count} values for the {areas}; "
                + $"the first {needed} are used, as in the authors' program.");
        }

        return list;
    }

    private void NotePools(Dictionary<string, YamlList> lists)
    {
        int[] pools = [.. network.Places.Where(place => place.Pool is not null).Select(place => place.Pool!.Value)];
        string[] given = [.. s_notOfPools.Where(lists.ContainsKey).Where(key => pools.Any(pool => IsGiven(key, pool)))];
        if (given.Length > 0)
        {
            content.Notes.Add(
                $"{content.Path}: {string.Join(", ", given)} of pools "
                + "are not used: a pool learns nothing and has no white noise.");
        }

        bool IsGiven(string key, int pool) => Number(lists[key], pool) != 0;
    }

    private static YamlEntry Entry(string name, YamlList list, IEnumerable<string> texts) => new(
        name,
        list.Source,
        new YamlList(list.Source, [.. texts.Select(text => new YamlScalar(list.Source, text, false))]));

    private static string Text(YamlList list, int place) => ((YamlScalar)list.Items[place]).Text;

    private static double Number(YamlList list, int place) =>
        double.Parse(Text(list, place), NumberStyles.Float, CultureInfo.InvariantCulture);
}
