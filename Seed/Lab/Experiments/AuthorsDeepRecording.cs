using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Recording;

namespace PalActors.Lab.Experiments;

/// <summary>Recordings that the <c>rec_*</c> keys of the authors' torch program stand for.</summary>
/// <param name="content">The file; receives notes.</param>
/// <param name="algorithm">Its learning model.</param>
internal sealed class AuthorsDeepRecording(AuthorsContent content, RateAlgorithm algorithm)
{
    private const string PerPresentation = "once per presentation, of the first sample of a batch";

    private readonly List<YamlMap> _record = [];

    /// <summary>All keys that are known.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["rec_weights", "rec_degs", "rec_activations", "rec_noise", "rec_prosp_u"];

    private bool LearnsOrKeepsB => algorithm is RateAlgorithm.PAL or RateAlgorithm.FA;

    /// <summary>The key <c>record</c>, or null if nothing is recorded.</summary>
    /// <param name="epochTicks">Ticks of an epoch, its evaluation included.</param>
    /// <exception cref="InputException">A key is no flag.</exception>
    public YamlEntry? Record(long epochTicks)
    {
        foreach (string key in Keys.Where(IsOn))
            content.Notes.Add($"{content.Find(key)!.Source}: {key}: {Take(key, epochTicks)}.");
        Source source = content.Map.Source;
        return _record.Count > 0 ? new YamlEntry("record", source, new YamlList(source, _record)) : null;
    }

    private bool IsOn(string key) => content.Find(key) is { } entry && ValueReader.Flag(entry);

    private string Take(string key, long epochTicks)
    {
        switch (key)
        {
            case "rec_weights":
                Add(RateObservables.W, epochTicks);
                if (LearnsOrKeepsB)
                    Add(RateObservables.B, epochTicks);
                return $"{(LearnsOrKeepsB ? "W and B are" : "W is")} recorded after every epoch";
            case "rec_degs":
                return LearnsOrKeepsB
                    ? "angle_WT_B is in metrics.csv, after every validation, with or without it"
                    : $"not used: with {algorithm} there is no B to compare with W";
            case "rec_noise" when algorithm != RateAlgorithm.PAL:
                return $"not used: {algorithm} has no noise";
            case "rec_noise":
                Add(RateObservables.Noise);
                return $"noise is recorded {PerPresentation}";
            case "rec_activations":
                Add(RateObservables.Rate);
                return $"rate is recorded {PerPresentation}";
            default:
                Add(RateObservables.Potential);
                return $"prospective_potential is recorded {PerPresentation}";
        }
    }

    // In all areas that have it; no interval is that of a presentation.
    private void Add(string observable, long? every = null)
    {
        List<YamlEntry> entries = [content.Ours("observable", observable)];
        if (every is not null)
            entries.Add(content.Ours("every", $"{every}"));
        _record.Add(new YamlMap(content.Map.Source, entries));
    }
}
