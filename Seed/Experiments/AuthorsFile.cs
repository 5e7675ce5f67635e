using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Seed.Experiments;

/// <summary>The authors' own parameter files (params.json) as experiments of the microcircuit.</summary>
/// <remarks>
/// They have the authors' keys and use the same generator, seed for seed. What their program ignores or mishandles is
/// reported once, with what is done here; what is not supported is refused by name, never ignored.
/// </remarks>
public sealed partial class AuthorsFile
{
    private readonly YamlMap _map;
    private readonly string _path;
    private readonly List<string> _notes = [];

    private AuthorsFile(string path)
    {
        _path = path;
        List<YamlEntry> repeated = [];
        _map = JsonText.ReadFile(path, repeated);
        foreach (YamlEntry entry in repeated.Where(entry => entry.Key != Comment))
        {
            _notes.Add(
                $"{entry.Source}: {entry.Key} is given more than once; "
                + "its last value counts, as in the authors' program.");
        }
    }

    /// <summary>The file as an experiment.</summary>
    /// <param name="path">The file.</param>
    /// <param name="task">The task, <c>bw_only</c> or <c>fw_bw</c>.</param>
    /// <param name="notes">Receives notes on the file.</param>
    /// <exception cref="InputException">It cannot be read, or asks for what is not supported.</exception>
    public static YamlMap Read(string path, string task, ICollection<string> notes)
    {
        AuthorsFile file = new(path);
        YamlMap experiment = file.Convert(task);
        foreach (string note in file._notes)
            notes.Add(note);
        return experiment;
    }

    private YamlMap Convert(string task)
    {
        CheckKeys();
        CheckMissing();
        string model = ValueReader.Word(Require("model_type"), s_models);
        int areas = Require("layers").Value is YamlList layers ? layers.Items.Count - 1 : 0;
        List<YamlEntry> entries =
        [
            Ours("description", $"{Path.GetFileName(_path)} of the authors' program, task {task}"),
            Ours("cells", MicrocircuitModel.ModelName),
            Ours("task", task),
            Ours("generator", RandomGenerators.NumpyLegacy),
            Ours("init_potentials", "normal"),
            Require("model_type") with { Key = "model" },
            Require("random_seed") with { Key = "seeds" },
            .. s_run.Select(Require),
        ];
        foreach (string name in Parameters)
        {
            if (Find(name) is not { } entry)
                NoteMissing(name, model);
            else
                entries.Add(Fitted(entry, areas));
        }

        if (Recording() is { } record)
            entries.Add(record);
        if (model != Pal)
            IgnorePal(entries, model);
        return new YamlMap(_map.Source, entries);
    }

    private void NoteMissing(string name, string model)
    {
        if (name == "tauxi" && model == Pal)
            _notes.Add($"{_path}: tauxi is missing; it is {MicrocircuitTable.Find(name)!.Default} ms.");
    }

    private void IgnorePal(List<YamlEntry> entries, string model)
    {
        entries.AddRange(s_onlyPal.Where(key => Find(key) is null).Select(key => Ours(key, "false")));
        string[] given = [.. s_onlyPal.Where(key => Find(key) is { Value: YamlScalar { Text: "true" } })];
        foreach (string key in given)
            entries[entries.FindIndex(entry => entry.Key == key)] = Ours(key, "false");
        if (given.Length > 0)
        {
            _notes.Add(
                $"{_path}: {string.Join(", ", given)}: only PAL has it; "
                + $"{model} goes without, as in the authors' program.");
        }
    }

    private YamlEntry Ours(string key, string value) =>
        new(key, _map.Source, new YamlScalar(_map.Source, value, false));

    private YamlEntry? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key == key);

    private YamlEntry Require(string key) => Find(key)!;
}
