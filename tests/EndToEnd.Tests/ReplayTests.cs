using System.Globalization;
using PalActors.Areas.Models.Traces;
using PalActors.Cli;
using PalActors.Clustering.Runs;
using PalActors.Lab.Traces;
using PalActors.TestKit;

namespace PalActors.EndToEnd.Tests;

public sealed class ReplayTests
{
    public static TheoryData<string> Cases =>
        [.. Golden.Paths.Concat(Golden.DeepPaths).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AreaActorsReproduceTheAuthorsProgram(string name)
    {
        StringWriter output = new(), error = new();
        string path = Golden.Paths.Concat(Golden.DeepPaths).Single(p => Path.GetFileName(p) == name);
        int exit = await CommandLine.InvokeAsync(["replay", path], CellModels.All, output, error);
        Assert.Equal("", error.ToString());
        Assert.Equal(0, exit);
        string line = output.ToString()
            .Split('\n').Single(l => l.StartsWith("worst deviation ", StringComparison.Ordinal));
        Assert.InRange(
            double.Parse(line["worst deviation ".Length..], CultureInfo.InvariantCulture), 0,
            TraceFiles.Load(path).Tolerance);
    }

    [Theory]
    [InlineData("b_pal_fig3abc_bwonly.json.gz")]
    [InlineData("e_bp_4303_fwbw.json")]
    [InlineData("b_pal_dense_soma.json.gz")]
    [InlineData("h_pal_conv_lenet.json.gz")]
    [InlineData("k_dfa_conv_lenet.json.gz")]
    public async Task NeitherSerializationNorThreadsChangeAnyNumberOfAReplay(string name)
    {
        string path = Golden.Paths.Concat(Golden.DeepPaths).Single(p => Path.GetFileName(p) == name);
        ITrace trace = TraceFiles.Load(path);
        Deviations plain = await TraceReplay.RunAsync(trace, CancellationToken.None);
        Deviations serialized = await TraceReplay.RunAsync(
            trace, new RunSettings { SerializeMessages = true }, CancellationToken.None);
        Deviations threaded = await TraceReplay.RunAsync(
            trace, new RunSettings { ThreadsPerNetwork = 2 }, CancellationToken.None);
        Assert.Equal(plain.ByQuantity, serialized.ByQuantity);
        Assert.Equal(plain.ByQuantity, threaded.ByQuantity);
    }

    [Fact]
    public async Task ATraceThatIsWrongIsReportedAsSuch()
    {
        // The same trace with one learning rate changed: the replay must not pass.
        using TemporaryFile changed = new(".json");
        string text = await File.ReadAllTextAsync(
            Golden.Paths.Single(p => p.EndsWith("a_pal_232_fwbw.json", StringComparison.Ordinal)));
        string damaged = text.Replace("\"eta_bw\":[20]", "\"eta_bw\":[20.001]", StringComparison.Ordinal);
        Assert.NotEqual(text, damaged);
        await File.WriteAllTextAsync(changed.Path, damaged);
        StringWriter output = new(), error = new();
        Assert.Equal(1, await CommandLine.InvokeAsync(["replay", changed.Path], CellModels.All, output, error));
    }
}
