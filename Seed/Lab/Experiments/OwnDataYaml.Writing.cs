using System.Globalization;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>The description in the effective experiment.</content>
internal static partial class OwnDataYaml
{
    /// <summary>Writes a description in one line; the name of another set.</summary>
    public static string Write(Experiment experiment)
    {
        if (experiment.DataOptions.Length == 0)
            return experiment.Data;
        List<string> items = [];
        foreach (OwnDataKey key in OwnDataKeys.All)
        {
            if (experiment.DataOptions.FirstOrDefault(option => option.Name == key.Name) is { } option)
                items.Add($"{key.Name}: {Value(key, option)}");
            string prefix = key.Name + ".";
            string[] parts =
            [
                .. experiment.DataOptions.Where(one => one.Name.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(one => $"{one.Name[prefix.Length..]}: {Texts(one)}"),
            ];
            if (parts.Length > 0)
                items.Add($"{key.Name}: {{{string.Join(", ", parts)}}}");
        }

        return $"{{{string.Join(", ", items)}}}";
    }

    private static string Value(OwnDataKey key, PlanOption option) => key.Kind switch
    {
        OwnDataKind.Texts => Texts(option),
        OwnDataKind.Split when !double.TryParse(option.Values[0], CultureInfo.InvariantCulture, out _) =>
            Texts(option),
        OwnDataKind.Range => YamlText.List(option.Values),
        _ => option.Values[0],
    };

    private static string Texts(PlanOption option) => option.Values.Length == 1
        ? YamlText.Quote(option.Values[0])
        : YamlText.List(option.Values.Select(YamlText.Quote));
}
