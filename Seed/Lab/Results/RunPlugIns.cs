using System.Text.Json;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Plug-ins that a run was computed with, as the files in its folder name them.</summary>
internal static class RunPlugIns
{
    private const string Member = "plug_ins";

    /// <summary>The error for a run with plug-ins that this program has not loaded; null if there is none.</summary>
    /// <remarks>Without them the experiment of the run has keys and words that nobody knows.</remarks>
    /// <param name="run">The folder of the run.</param>
    public static InputException? Missing(string run)
    {
        BuildIdentity now = ProgramVersion.Current;
        string[] missing = [.. Of(run).Except(now.ListPlugIns()).Order(StringComparer.Ordinal)];
        if (missing.Length == 0)
            return null;
        BuildIdentity wanted = now with { PlugIns = string.Join(", ", missing) };
        return new InputException(
            $"'{run}' holds a run with {wanted.DescribePlugIns()}, and this has {now.DescribePlugIns()}; "
            + "valid is the same file as a plug-in.");
    }

    private static HashSet<string> Of(string run)
    {
        HashSet<string> found = [];
        string snapshots = Path.Combine(run, RunFiles.Snapshots), networks = Path.Combine(run, FinishedNetworks.Folder);
        IEnumerable<string> files =
        [
            .. Directory.Exists(snapshots)
                ? Directory.EnumerateFiles(snapshots, "manifest-*.json", SearchOption.AllDirectories)
                : [],
            .. Directory.Exists(networks) ? Directory.EnumerateFiles(networks, "*.json") : [],
            .. Directory.EnumerateFiles(run, RunFiles.Results),
        ];
        foreach (string file in files)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
                Add(document.RootElement, found);
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                // Another file may name them; a damaged one has its own error where it is used.
            }
        }

        return found;
    }

    private static void Add(JsonElement element, HashSet<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Add(item, found);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                if (member.Name == Member)
                    found.UnionWith(Named(member.Value).SelectMany(text => BuildIdentityOf(text).ListPlugIns()));
                else
                    Add(member.Value, found);
            }
        }
    }

    // A text in sealed files, a list of them in results.
    private static IEnumerable<string> Named(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => item.GetString()!),
        _ => [],
    };

    private static BuildIdentity BuildIdentityOf(string plugIns) => new("", "", "") { PlugIns = plugIns };
}
