namespace PalActors.Lab.Experiments;

/// <content>Keys of the authors' torch program: which there are, which must be given, which are not used.</content>
internal sealed partial class AuthorsDeepFile
{
    private const string Variant = "vanilla";

    private static readonly string[] s_needed =
    [
        "algorithm", "epochs", "batch_size", "batch_learning_multiplier", "lr_factors", "n_updates", "seed",
    ];

    private static readonly string[] s_optional =
        ["model_variant", "with_optimizer", "output", "target_type", "activation", "network_type", "gamma"];

    private static IEnumerable<string> PalKeys => AuthorsLists.OfPal.Select(list => list.Key);

    private static string[] Keys { get; } = [.. s_needed, .. s_optional, .. PalKeys, .. AuthorsDeepRecording.Keys];

    /// <summary>Tells these files from those of the microcircuits: more of the keys are theirs.</summary>
    public static bool IsOne(AuthorsContent content) =>
        content.Entries.Count(entry => Keys.Contains(entry.Key))
            > content.Entries.Count(entry => AuthorsFile.Keys.Contains(entry.Key));

    private void CheckKeys()
    {
        foreach (YamlEntry entry in _content.Entries.Where(entry => !Keys.Contains(entry.Key)))
            throw entry.Source.Error($"'{entry.Key}' is not a key; {NearestKey.Advice(entry.Key, Keys)}.");
        if (_content.Find("model_variant") is { } variant && ValueReader.Text(variant) != Variant)
        {
            throw variant.Source.Error(
                $"model_variant is {variant.Value.Show()}, which is not supported; valid is {Variant}.");
        }

        if (_content.Find("gamma") is { } gamma && ValueReader.Real(gamma, 0) != 0)
        {
            throw gamma.Source.Error(
                $"gamma is {gamma.Value.Show()}; a share of the errors in the potentials is not supported, "
                + "valid is 0.");
        }
    }

    private void CheckMissing()
    {
        bool isPal = _content.Find("algorithm") is { Value: YamlScalar { Text: "PAL" } };
        MissingKeys missing = new(_content.Path);
        foreach (string key in s_needed.Concat(isPal ? PalKeys : []).Where(key => _content.Find(key) is null))
            missing.Add(key, ValidOf(key));
        missing.Check();
    }

    private static string ValidOf(string key) => key switch
    {
        "algorithm" => "PAL, FA, DFA or BP",
        "seed" => "a whole number",
        "batch_learning_multiplier" => "a number, 0 or more",
        "epochs" or "batch_size" or "n_updates" => "a whole number, 1 or more",
        _ => AuthorsLists.Valid,
    };

    private void NoteUnused(string algorithm)
    {
        if (_content.Find("with_optimizer") is { } optimizer)
            _content.Notes.Add($"{optimizer.Source}: with_optimizer is not used, as in the authors' program.");
        if (_content.Find("output") is { } output)
            _content.Notes.Add($"{output.Source}: output is not used; the folder is named when a run starts.");
        string[] given = algorithm == "PAL" ? [] : [.. PalKeys.Where(key => _content.Find(key) is { } e && !IsZero(e))];
        if (given.Length > 0)
        {
            _content.Notes.Add(
                $"{_content.Path}: {string.Join(", ", given)}: only PAL has it; "
                + $"{algorithm} goes without, as in the authors' program.");
        }
    }

    private static bool IsZero(YamlEntry entry) =>
        entry.Value is YamlList list && list.Items.All(item => item is YamlScalar { Text: "0" });
}
