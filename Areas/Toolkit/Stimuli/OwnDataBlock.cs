using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Description of own data, checked and with defaults.</summary>
public sealed partial class OwnDataBlock
{
    private readonly Dictionary<string, string[]> _given;
    private readonly List<PlanOption> _options = [];

    private OwnDataBlock(IReadOnlyList<PlanOption> given)
    {
        _given = given.ToDictionary(option => option.Name, option => option.Values);
        Main = new OwnFiles(Values(OwnDataKeys.File), Values(OwnDataKeys.Inputs), Learned(""));
        CheckMain();
        Validation = Split(OwnDataKeys.Validation);
        Test = Split(OwnDataKeys.Test);
        if (Validation.Share + Test.Share >= 1)
            throw Invalid(OwnDataKeys.Test, "the shares of validation and test are 1 or more; valid is less together");
        foreach (OwnDataKey key in OwnDataKeys.All)
            Take(key);
    }

    /// <summary>The values, defaults included, in the order of <see cref="OwnDataKeys"/>.</summary>
    public PlanOption[] Options => [.. _options];

    /// <summary>Checks whether samples have classes.</summary>
    public bool HasLabels => Main.Learned is { AreLabels: true };

    /// <summary>Checks whether samples have real-valued targets.</summary>
    public bool HasTargets => Main.Learned is { AreLabels: false };

    /// <summary>Names of all files, as given.</summary>
    public IReadOnlyList<string> Files =>
        [.. new[] { Main, Validation.Files, Test.Files }.SelectMany(files => files?.Names ?? []).Distinct()];

    internal OwnFiles Main { get; }

    internal OwnSplitRule Validation { get; }

    internal OwnSplitRule Test { get; }

    /// <summary>Seed by which shares are divided; null for the order of the files.</summary>
    internal ulong? SplitSeed => Word(OwnDataKeys.SplitSeed) is { } seed && seed != OwnDataKeys.None
        ? ulong.Parse(seed, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Frames of a sample.</summary>
    public int Frames => Word(OwnDataKeys.Frames) is { } frames
        ? int.Parse(frames, CultureInfo.InvariantCulture)
        : 1;

    internal string Scaling => Word(OwnDataKeys.Scaling)!;

    internal bool ScalesColumns => Word(OwnDataKeys.ScalingOver) is null or OwnDataKeys.Column;

    internal (double Low, double High) Rates => Range(OwnDataKeys.Rates);

    internal string TargetScaling => Word(OwnDataKeys.TargetScaling) ?? OwnDataKeys.None;

    internal (double Low, double High) TargetVoltages => Range(OwnDataKeys.TargetVoltages);

    /// <summary>Checks a description and adds defaults.</summary>
    /// <param name="given">Its values, each of the kind of its key.</param>
    /// <exception cref="ParameterException">Values do not fit each other.</exception>
    public static OwnDataBlock Of(IReadOnlyList<PlanOption> given) => new(given);

    private static ParameterException Invalid(string key, string problem) => new(key, $"data.{key}: {problem}.");

    // A key with a use has a value; one without is refused where it is given.
    private void Take(OwnDataKey key)
    {
        bool isGiven = _given.ContainsKey(key.Name);
        if (Unused(key.Name) is { } why)
        {
            if (isGiven)
                throw Invalid(key.Name, $"it is given, and {why}; valid is to leave it out");
            return;
        }

        if (isGiven)
            _options.Add(new PlanOption(key.Name, _given[key.Name]));
        string[] parts = [.. OwnDataKeys.OfSplit.Select(part => $"{key.Name}.{part}").Where(_given.ContainsKey)];
        _options.AddRange(parts.Select(part => new PlanOption(part, _given[part])));
        if (!isGiven && parts.Length == 0 && key.Default.Length > 0)
            _options.Add(new PlanOption(key.Name, key.Default));
    }

    private string? Unused(string key) => key switch
    {
        OwnDataKeys.SplitSeed when Validation.Share + Test.Share == 0 => "no share is divided",
        OwnDataKeys.ScalingOver when Given(OwnDataKeys.Scaling) == OwnDataKeys.None => "scaling is none",
        OwnDataKeys.Rates when Given(OwnDataKeys.Scaling) != OwnDataKeys.MinMax =>
            $"scaling is {Given(OwnDataKeys.Scaling)}",
        OwnDataKeys.TargetScaling when !HasTargets => "there are no targets",
        OwnDataKeys.TargetVoltages when !HasLabels && !HasTargets => "there are no labels",
        OwnDataKeys.TargetVoltages when HasTargets && Given(OwnDataKeys.TargetScaling) != OwnDataKeys.MinMax =>
            $"target_scaling is {Given(OwnDataKeys.TargetScaling)}",
        _ => null,
    };

    private string Given(string key) => Values(key)?[0] ?? OwnDataKeys.Find(key)!.Default[0];

    private string[]? Values(string key) => _given.GetValueOrDefault(key);

    private string? Word(string key) => _options.Find(option => option.Name == key)?.Values[0];

    private (double Low, double High) Range(string key)
    {
        string[] values = _options.Find(option => option.Name == key)?.Values ?? OwnDataKeys.Find(key)!.Default;
        return (Number(values[0]), Number(values[1]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
