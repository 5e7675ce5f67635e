using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit;
using PalActors.Clustering.Runs;
using PalActors.Lab.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using PublicApiGenerator;

namespace PalActors.Seed.Tests;

/// <summary>The public API of every package is that of the file beside its project.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions s_options = new() { IncludeAssemblyAttributes = false };

    // scripts/public-api writes the files instead.
    private static readonly bool s_writes = Environment.GetEnvironmentVariable("PALACTORS_WRITE_API") == "true";

    [Theory]
    [InlineData("Messages", typeof(NetworkPlan))]
    [InlineData("Areas/Contract", typeof(IArea))]
    [InlineData("Areas/Toolkit", typeof(NetworkServices))]
    [InlineData("Areas/Models", typeof(CellModels))]
    [InlineData("Areas/Actors", typeof(AreaActor))]
    [InlineData("Cluster", typeof(LocalRun))]
    [InlineData("Seed/Lab", typeof(ExperimentRun))]
    [InlineData("tests/PalActors.TestKit", typeof(SmallPlans))]
    public void ItIsThatOfItsFile(string folder, Type type)
    {
        string path = Path.Combine(Repository.Root, folder, "PublicApi.txt");
        string api = type.Assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (s_writes)
            File.WriteAllText(path, api);
        string[] found = api.Split('\n'), committed = File.ReadAllText(path).Split('\n');
        string[] differences =
        [
            .. found.Except(committed).Select(line => $"+{line}"),
            .. committed.Except(found).Select(line => $"-{line}"),
        ];

        Assert.True(
            found.SequenceEqual(committed),
            $"{folder}/PublicApi.txt is not the public API; if the change is meant, run scripts/public-api:\n"
            + string.Join('\n', differences));
    }
}
