using PalActors.Areas.Contract.Parameters;

namespace PalActors.Lab.Experiments;

/// <content>Values of the command line in whose place every network has one of its own.</content>
internal sealed partial class ExperimentReader
{
    private const int MostOwners = 6;

    // A file may say more than a run needs; who sets a value for a run means to change it.
    private IEnumerable<UnusedOverride> UnusedOverrides(Experiment experiment)
    {
        foreach (Override change in _overrides.Where(change => !change.IsDerived))
        {
            (string? entry, string name) = change.Target;
            if (_keys.Parameters.Find(name) is not { } parameter)
                continue;
            ModelVariant[] users =
            [
                .. experiment.Selected.Select(experiment.Variant)
                    .Where(variant => parameter.IsUsedBy(variant.Model)),
            ];
            string[][] owners = [.. users.Select(variant => Owners(variant, parameter, entry))];
            if (owners.Length > 0 && Array.TrueForAll(owners, one => one.Length > 0))
                yield return new UnusedOverride(change.Key, Unused(change, [.. owners.SelectMany(one => one)]));
        }
    }

    // Entries whose values a network has instead; none if it has the value somewhere.
    private string[] Owners(ModelVariant variant, ParameterDescriptor parameter, string? entry)
    {
        if (Own(variant, parameter.Name) is not null)
            return [$"models.{variant.Label}"];
        if (_graph is null || !parameter.Scope.HasSeveral())
            return [];
        OwnValue[] values =
        [
            .. OwnValue.All(_graph, parameter)
                .Where(one => entry is null || one.Where == entry || $"areas.{_graph.Graph.Name(one.Area)}" == entry),
        ];
        bool isUsed = Array.Exists(values, one => entry is null ? one.Entry is null : one.Where == entry);
        return isUsed ? [] : [.. values.Select(one => one.Where)];
    }

    private static InputException Unused(Override change, IEnumerable<string> all)
    {
        (string? entry, string name) = change.Target;
        string[] owners = [.. all.Distinct()];
        string shown = string.Join(", ", owners.Take(MostOwners));
        string more = owners.Length > MostOwners ? $" and {owners.Length - MostOwners} more" : "";
        string give = owners.Length == 1 ? "gives its own" : "give their own";
        string valid = change.TakesAnyKey
            ? Instead(change, $"{owners[0]}.{name}", isPlain: entry is not null || change.Key == name)
            : $"an experiment without {owners[0]}.{name}";
        return new Source(change.Option, 0).Error(
            $"{change.Key} is set to '{change.Value.Trim()}', but {shown}{more} {give}; valid is {valid}.");
    }

    // A sweep has several values, and one by epoch goes into a map.
    private static string Instead(Override change, string key, bool isPlain)
    {
        string text = $"{key}={(isPlain && !change.IsOneOfSeveral ? change.Value.Trim() : "VALUE")}";
        string option = change.Option == change.Key ? "" : $"{change.Option} ";
        return option + (text.AsSpan().ContainsAny(" [{") ? $"'{text}'" : text);
    }
}
