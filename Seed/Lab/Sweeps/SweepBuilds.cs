using System.Text;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps;

/// <summary>Builds that computed the networks of a sweep: the end of its sweep.yaml.</summary>
internal static class SweepBuilds
{
    private const string Start = "# The builds that computed its networks.\nbuilds:\n";

    /// <summary>The text of sweep.yaml.</summary>
    /// <param name="definition">Text that defines the sweep.</param>
    /// <param name="builds">The builds, the first one first.</param>
    public static string Append(string definition, IEnumerable<BuildIdentity> builds)
    {
        StringBuilder yaml = new(definition + Start);
        foreach (BuildIdentity build in builds)
        {
            IEnumerable<string> parts = [build.Hash, build.Version, build.Commit, .. build.ListPlugIns()];
            yaml.Append($"  - [{string.Join(", ", parts.Select(YamlText.Quote))}]\n");
        }

        return yaml.ToString();
    }

    /// <summary>Splits the text of sweep.yaml into definition and builds.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Text that defines the sweep, and the builds; none in a file of an earlier version.</returns>
    public static (string Definition, IReadOnlyList<BuildIdentity> Builds) Split(string path)
    {
        string text = File.ReadAllText(path);
        int end = text.LastIndexOf(Start, StringComparison.Ordinal);
        if (end < 0)
            return (text, []);
        if (YamlReader.Read(text[end..], path, lines: false) is not YamlMap { Entries: [{ Value: YamlList builds }] })
            return (text, []);
        IEnumerable<YamlList> rows = builds.Items.OfType<YamlList>();
        return (text[..end], [.. rows.Select(Build).OfType<BuildIdentity>()]);
    }

    private static BuildIdentity? Build(YamlList row) =>
        row.Items is [YamlScalar hash, YamlScalar version, YamlScalar commit, ..]
            ? new BuildIdentity(hash.Text, version.Text, commit.Text)
            {
                PlugIns = string.Join(", ", row.Items.Skip(3).OfType<YamlScalar>().Select(one => one.Text)),
            }
            : null;
}
