using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>Values that become others here: lists, and recordings.</content>
internal sealed partial class AuthorsFile
{
    // Their lists may be longer than the network needs, never shorter.
    private YamlEntry Fitted(YamlEntry entry, int areas)
    {
        ParameterScope scope = MicrocircuitTable.Find(entry.Key)!.Scope;
        AreaGraph chain = AreaGraph.Chain([.. Enumerable.Repeat(1, areas + 1)]);
        int needed = scope.HasSeveral() ? scope.Count(chain) : 0;
        if (entry.Value is not YamlList list || needed < 1 || list.Items.Count == needed)
            return entry;
        string what = scope.Name(needed, isChain: true);
        if (list.Items.Count < needed)
        {
            throw entry.Source.Error(
                $"{entry.Key} is {list.Show()}, {list.Items.Count} values; "
                + $"valid is one for each of the {needed} {what}.");
        }

        string used = needed == 1 ? "is" : $"{needed} are";
        _notes.Add(
            $"{entry.Source}: {entry.Key} has {list.Items.Count} values for {needed} {what}; "
            + $"the first {used} used, as in the authors' program.");
        return entry with { Value = list with { Items = [.. list.Items.Take(needed)] } };
    }

    // The recordings of their recorder, at their interval.
    private YamlEntry? Recording()
    {
        YamlEntry every = Require("rec_per_steps");
        IEnumerable<YamlEntry> chosen =
            _map.Entries.Where(entry => AuthorsRecording.Keys.Contains(entry.Key) && ValueReader.Flag(entry));
        AuthorsChoice choice =
            AuthorsRecording.Of(chosen.Select(entry => entry.Key), ValueReader.Whole(every, 1, long.MaxValue));
        foreach ((string key, string reason) in choice.Refused)
        {
            throw Find(key)!.Source.Error(
                $"{key} is 'true'; it cannot be recorded, {reason}; valid is false.");
        }

        foreach (string note in choice.Notes)
            _notes.Add($"{_path}: {note}.");
        if (choice.Record.Count == 0)
            return null;
        Source source = every.Source;
        YamlMap[] record = [.. choice.Record.Select(plan => Map(plan.Observable))];
        return new YamlEntry("record", source, new YamlList(source, record));

        YamlMap Map(string observable) => new(
            source,
            [
                new YamlEntry("observable", source, new YamlScalar(source, observable, false)),
                new YamlEntry("every", source, every.Value),
            ]);
    }
}
