using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the keys <c>lesion</c> and <c>freeze</c>: maps of named entries.</summary>
/// <remarks>Whether their ticks are in the schedule, <see cref="PerturbationPlans"/> knows.</remarks>
internal sealed partial class PerturbationReader
{
    /// <summary>The key of lesions.</summary>
    public const string Lesion = "lesion";

    /// <summary>The key of rules that rest.</summary>
    public const string Freeze = "freeze";

    private static readonly string[] s_lesionKeys = ["area", "pathway", "neurons", "share", "seed", "epochs", "ticks"];
    private static readonly string[] s_freezeKeys = ["rule", "area", "pathway", "epochs", "ticks"];

    private readonly IAreaModel _cells;
    private readonly AreaGraph _graph;
    private readonly YamlMap _map;
    private readonly string _where;

    private PerturbationReader(Experiment experiment, YamlMap map, string where) =>
        (_cells, _graph, _map, _where) = (experiment.Cells, experiment.Graph, map, where);

    /// <summary>Reads one of the keys.</summary>
    /// <param name="key">The key.</param>
    /// <param name="experiment">The experiment so far: cells and areas.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public static IEnumerable<Perturbation> Read(YamlEntry key, Experiment experiment)
    {
        if (key.Value is not YamlMap entries)
        {
            throw key.Source.Error(
                $"{key.Key} is {key.Value.Show()}; valid is a map of named entries, for instance {Example(key.Key)}.");
        }

        if (experiment.Cells.Rules.Count == 0)
            throw key.Source.Error($"{key.Key} is given, and cells {experiment.Cells.Name} take none.");
        return [.. entries.Entries.Select(entry => Entry(key.Key, entry, experiment))];
    }

    private static string Example(string key) => key == Lesion
        ? "{tenth: {area: 1, share: 0.1, epochs: 3-4}}"
        : "{feedback: {rule: B, epochs: 3-4}}";

    private static Perturbation Entry(string key, YamlEntry entry, Experiment experiment)
    {
        if (entry.Key.Length == 0 || !entry.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw entry.Source.Error(
                $"{key} holds '{entry.Key}'; valid in the name of an entry are letters, digits, '-' and '_'.");
        }

        string where = $"{key}.{entry.Key}";
        if (entry.Value is not YamlMap map)
        {
            throw entry.Source.Error(
                $"{where} is {entry.Value.Show()}; valid is a map, for instance {{area: 1, epochs: 3-4}}.");
        }

        foreach (YamlEntry item in map.Entries)
            ExperimentKeys.Check(item, $"{where}: ", key == Lesion ? s_lesionKeys : s_freezeKeys);
        PerturbationReader reader = new(experiment, map, where);
        Perturbation read = reader.Time(new Perturbation(where, entry.Source));
        return key == Lesion ? reader.LesionOf(read) : reader.FreezeOf(read);
    }

    private Perturbation LesionOf(Perturbation read)
    {
        read = read with { Area = Area(), Pathway = Pathway() };
        if (read.Area is null == read.Pathway is null)
            throw read.Source.Error($"{_where} has {Places(read)} area and pathway; valid is one of the two.");
        foreach (string key in new[] { "neurons", "share", "seed" })
        {
            if (read.Pathway is not null && Find(key) is { } entry)
                throw entry.Source.Error($"{entry.Key} is given with a pathway; valid is {key} with an area.");
        }

        if (Find("neurons") is { } both && Find("share") is not null)
            throw both.Source.Error($"{_where} has neurons and share; valid is one of the two.");
        if (Find("seed") is { } alone && Find("share") is null)
            throw alone.Source.Error($"{alone.Key} is given without a share, which it draws.");
        return read with
        {
            Neurons = Find("neurons") is { } neurons ? Neurons(neurons) : [],
            Share = Find("share") is { } share ? Share(share) : null,
            Seed = Find("seed") is { } seed ? ValueReader.Seed(seed, ulong.MaxValue) : null,
        };
    }

    private Perturbation FreezeOf(Perturbation read)
    {
        string[] names = [.. _cells.Rules.Select(rule => rule.Name)];
        YamlEntry rule = Find("rule") ?? throw read.Source.Error(
            $"{_where}.rule is missing; valid is one or several of {string.Join(", ", names)}.");
        read = read with { Area = Area(), Pathway = Pathway(), Rules = ValueReader.Words(rule, names) };
        if (read.Area is not null && read.Pathway is not null)
            throw read.Source.Error($"{_where} has both area and pathway; valid is one of the two, or none for all.");
        foreach (string name in read.Rules)
        {
            if (!PerturbationPlans.PathwaysOf(read, _cells.Rules.First(one => one.Name == name), _graph).Any())
            {
                string place = read.Area is { } area ? $"area {_graph.Name(area)}"
                    : read.Pathway is { } ends ? $"pathway {_graph.Name(ends.From)}-{_graph.Name(ends.To)}"
                    : "no area";
                throw rule.Source.Error(
                    $"{rule.Key} is '{name}', which {place} has not; valid is a rule that learns there.");
            }
        }

        return read;
    }

    private static string Places(Perturbation read) => read.Area is null ? "neither" : "both";
}
