using System.Globalization;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Lab.Experiments;

/// <summary>Parameter files of the authors' torch program as experiments of the rate cells.</summary>
/// <remarks>
/// A file says by its lists, or by <c>network_type</c>, which of three networks it is for, and so names its task and
/// data. What is not used is told, one line each; what is not supported is refused by name, never ignored.
/// </remarks>
internal sealed partial class AuthorsDeepFile
{
    // Of the authors' program; their files do not hold them.
    private const string Beta = "0.1";
    private const string Dt = "0.1";
    private const int StepsPerTime = 10;
    private const double UnitRate = 0.125;

    private readonly AuthorsContent _content;

    private AuthorsDeepFile(AuthorsContent content) => _content = content;

    /// <summary>The file as an experiment.</summary>
    /// <param name="content">The file; receives notes.</param>
    /// <exception cref="InputException">It asks for what is not supported.</exception>
    public static YamlMap Convert(AuthorsContent content) => new AuthorsDeepFile(content).Convert();

    private YamlMap Convert()
    {
        CheckKeys();
        CheckMissing();
        string algorithm = ValueReader.Word(_content.Require("algorithm"), RateWords.Algorithms);
        AuthorsNetwork network = AuthorsNetwork.Of(_content);
        long steps = ValueReader.Whole(_content.Require("n_updates"), 1, int.MaxValue);
        NoteUnused(algorithm);
        IReadOnlyList<YamlEntry> parameters =
            new AuthorsLists(_content, network).Parameters(Rate(steps), algorithm == nameof(RateAlgorithm.PAL));
        List<YamlEntry> entries =
        [
            Ours("description", $"{Path.GetFileName(_content.Path)} of the authors' program, {network.Name}"),
            Ours("cells", RateModel.ModelName),
            .. Of(network),
            Ours("generator", Generator(parameters)),
            Ours("precision", "single"),
            Ours("model", algorithm),
            Seed(),
            _content.Require("epochs"),
            _content.Require("batch_size"),
            Ours("dt", Dt),
            Ours("Tpres", (steps / (decimal)StepsPerTime).ToString(CultureInfo.InvariantCulture)),
            Ours("beta", Beta),
            .. parameters,
        ];
        RateAlgorithm model = RateWords.Value<RateAlgorithm>(RateWords.Algorithms, algorithm);
        if (new AuthorsDeepRecording(_content, model).Record(EpochTicks(network, steps)) is { } record)
            entries.Add(record);
        return new YamlMap(_content.Map.Source, entries);
    }

    // Theirs, draw for draw; but white noise came from a graphics card.
    private string Generator(IReadOnlyList<YamlEntry> parameters)
    {
        if (parameters.FirstOrDefault(entry => entry.Key == "wn_sigma")?.Value is not YamlList list
            || list.Items.All(item => Real(item) == 0))
            return RandomGenerators.TorchLegacy;
        _content.Notes.Add(
            $"{_content.Path}: wn_sigma is above 0, and the authors drew white noise on a graphics card; "
            + "random numbers are this project's own.");
        return RandomGenerators.Counter;

        static double Real(YamlNode item) => ValueReader.Real(new YamlEntry("wn_sigma", item.Source, item), 0);
    }

    private IEnumerable<YamlEntry> Of(AuthorsNetwork network)
    {
        yield return Ours("task", network.Task);
        yield return Ours("data", network.Data);
        yield return List("layers", network.Layers.Select(size => $"{size}"));
        if (network.Kernels.Count > 0)
        {
            yield return Ours("channels", "3");
            yield return List("kernel", network.Kernels.Select(side => $"{side}"));
            yield return List("pool", network.Pools.Select(side => $"{side}"));
        }

        yield return List("activation", network.ActivationsOf(_content));
        yield return Ours("target_type", network.TargetOf(_content));
        yield return Ours("error_path", network.ErrorPath);
        yield return Ours("evaluation_noise", network.EvaluationNoise ? "true" : "false");
    }

    // One seed per file, as in the authors' program.
    private YamlEntry Seed()
    {
        YamlEntry seed = _content.Require("seed");
        ValueReader.Seed(seed, ulong.MaxValue);
        return seed with { Key = "seeds" };
    }

    // Learning rate that the factors multiply: 0.125 multiplier / n_updates / dt.
    private double Rate(long steps) =>
        UnitRate * StepsPerTime * ValueReader.Real(_content.Require("batch_learning_multiplier"), 0) / steps;

    private long EpochTicks(AuthorsNetwork network, long steps)
    {
        DataSetDescriptor data = DataSets.Get(network.Data);
        long batch = ValueReader.Whole(_content.Require("batch_size"), 1, int.MaxValue);
        return Math.Max(1, (data.Train / batch + data.Validation / batch) * steps);
    }

    private YamlEntry List(string key, IEnumerable<string> values) => new(
        key,
        _content.Map.Source,
        new YamlList(_content.Map.Source, [.. values.Select(value => Ours(key, value).Value)]));

    private YamlEntry Ours(string key, string value) => _content.Ours(key, value);
}
