using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Provenance of results: date, machine, command, seeds, builds, data.</summary>
/// <param name="Command">The command as typed.</param>
/// <param name="Date">Time of writing.</param>
/// <param name="Experiment">The experiment.</param>
/// <param name="Plans">Its networks.</param>
/// <param name="Builds">The builds of each network.</param>
internal sealed record RunProvenance(
    string Command, DateTimeOffset Date, Experiment Experiment, IReadOnlyList<NetworkPlan> Plans,
    IReadOnlyList<BuildIdentity[]> Builds)
{
    // The largest whole number that every reader of JSON keeps: 2^53.
    private const ulong LargestNumber = 1UL << 53;

    /// <summary>Writes the members into the object that is being written.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("date", Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("command", Command);
        json.WriteStartArray("seeds");
        foreach (ulong seed in Experiment.Seeds)
            WriteSeed(json, seed);
        json.WriteEndArray();
        json.WriteStartArray("builds");
        foreach (BuildIdentity build in Builds.SelectMany(builds => builds).Distinct())
            Write(json, build);
        json.WriteEndArray();
        json.WriteStartObject("data");
        json.WriteString("name", Plans[0].Data);
        json.WriteString("sha256", Plans[0].DataHash);
        if (Experiment.DataFacts is { } facts)
            Write(json, facts);
        json.WriteEndObject();
        if (Experiment.Weights is { } weights)
            RunAncestry.Write(json, weights);
        json.WriteStartObject("machine");
        json.WriteString("name", Environment.MachineName);
        json.WriteString("system", RuntimeInformation.OSDescription);
        json.WriteString("architecture", RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant());
        json.WriteNumber("processors", Environment.ProcessorCount);
        json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, OwnDataFacts facts)
    {
        json.WriteNumbers("shape", facts.Shape);
        json.WriteNumber("targets", facts.Targets);
        json.WriteStrings("classes", facts.Classes);
        json.WriteStartObject("splits");
        foreach (OwnSplitFacts split in facts.Splits)
        {
            json.WriteStartObject(split.Name);
            json.WriteNumber("samples", split.Samples);
            json.WriteNumbers("balance", split.Balance);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the hashes of the builds that computed a network.</summary>
    public void WriteBuilds(Utf8JsonWriter json, int network)
    {
        json.WriteStrings("builds", Builds[network].Select(build => build.Hash));
    }

    /// <summary>Writes a random seed, as text if JSON readers would round the number.</summary>
    public static void WriteSeed(Utf8JsonWriter json, string name, ulong seed)
    {
        json.WritePropertyName(name);
        WriteSeed(json, seed);
    }

    private static void WriteSeed(Utf8JsonWriter json, ulong seed)
    {
        if (seed <= LargestNumber)
            json.WriteNumberValue(seed);
        else
            json.WriteStringValue(seed.ToString(CultureInfo.InvariantCulture));
    }

    private static void Write(Utf8JsonWriter json, BuildIdentity build)
    {
        json.WriteStartObject();
        json.WriteString("hash", build.Hash);
        json.WriteString("version", build.Version);
        if (build.Commit.Length > 0)
            json.WriteString("commit", build.Commit);
        if (build.PlugIns.Length > 0)
        {
            json.WriteStrings("plug_ins", build.ListPlugIns());
        }

        json.WriteEndObject();
    }
}
