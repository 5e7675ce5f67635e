using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Lab.Experiments;

/// <summary>The authors' own parameter files (params.json) as experiments of the microcircuit.</summary>
/// <remarks>
/// They have the authors' keys and use the same generator, seed for seed. What their program ignores or mishandles is
/// reported once, with what is done here; what is not supported is refused by name, never ignored.
/// </remarks>
internal sealed partial class AuthorsFile
{
    private readonly AuthorsContent _content;
    private readonly YamlMap _map;
    private readonly string _path;
    private readonly List<string> _notes;

    private AuthorsFile(AuthorsContent content) =>
        (_content, _map, _path, _notes) = (content, content.Map, content.Path, content.Notes);

    /// <summary>The file as an experiment.</summary>
    /// <param name="content">The file; receives notes.</param>
    /// <param name="task">The task, <c>bw_only</c> or <c>fw_bw</c>.</param>
    /// <exception cref="InputException">It asks for what is not supported.</exception>
    public static YamlMap Convert(AuthorsContent content, string task) => new AuthorsFile(content).Convert(task);

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
        foreach (string name in s_parameters)
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

    private YamlEntry Ours(string key, string value) => _content.Ours(key, value);

    private YamlEntry? Find(string key) => _content.Find(key);

    private YamlEntry Require(string key) => _content.Require(key);
}
