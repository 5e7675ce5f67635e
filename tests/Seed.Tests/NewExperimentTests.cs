using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>An experiment file of one's own, from one that comes with the program.</summary>
public sealed class NewExperimentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Shipped =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "experiments"), "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task AFileFromEachExperimentIsAcceptedByADryRun(string name)
    {
        string file = _folder["mine.yaml"];
        Invocation made = await Palactors.RunAsync("new", file, "--from", name);
        Assert.Equal((ExitCodes.Success, ""), (made.Code, made.Error));
        Assert.Contains($"To run it: palactors run {file}", made.Output, StringComparison.Ordinal);
        Assert.Equal(Lines(name).Skip(1), File.ReadAllLines(file).Skip(2));
        Invocation dry = await Palactors.RunAsync("run", file, "--dry-run", "--no-calibration");
        Assert.True(dry.Code == ExitCodes.Success, dry.Error);
    }

    [Fact]
    public async Task ValuesThatAreSetStandInTheLinesOfTheOldOnes()
    {
        string file = await NewAsync(
            "yin-yang", "layers=[4, 100, 3]", "epochs=7", "models.FA.eta_bw=0.5", "models.BP.alpha=0",
            "models.slow.model=PAL", "delay_up=3", "ticks=1000", "reference=my own, after all");

        Dictionary<string, string> changed = new()
        {
            ["layers: [4, 30, 3]            # inputs x"] = "layers: [4, 100, 3]           # inputs x",
            ["epochs: 30                    # for"] = "epochs: 7                     # for",
            ["  FA: {eta_bw: 0, eta"] = "  FA: {eta_bw: 0.5, eta",
            ["  BP: {eta_bw: 0, eta_PI: 0, noise_scale: 0}  "] =
                "  BP: {eta_bw: 0, eta_PI: 0, noise_scale: 0, alpha: 0}  ",
            ["delay_up: 0"] = "delay_up: 3",
        };
        string[] lines = File.ReadAllLines(file);
        Assert.All(changed, one => Assert.Single(
            lines, line => line.StartsWith(one.Value, StringComparison.Ordinal)));
        Assert.Contains("  slow: {model: PAL}", lines);
        Assert.Contains("reference: \"my own, after all\"", lines);
        Assert.Equal("ticks: 1000", lines[^1]);
        string[] comments = [.. Lines("yin-yang").Skip(1).Where(line => line.Contains('#')).Select(Comment)];
        Assert.Equal(comments, lines.Skip(2).Where(line => line.Contains('#')).Select(Comment));

        static string Comment(string line) => line[line.IndexOf('#')..];
    }

    [Fact]
    public async Task ABlockThatIsReplacedTakesTheCommentsInItAlong()
    {
        string[] lines = File.ReadAllLines(await NewAsync("yin-yang", "models={FA: {eta_bw: 0}}"));
        Assert.Equal("  {FA: {eta_bw: 0}}", lines[Array.IndexOf(lines, "models:") + 1]);
        Assert.Contains("# Time, in ms. A tick is one Euler step; a sample is shown for 100 of them.", lines);
    }

    [Theory]
    [InlineData("streams", "areas.left.noise_scale=0.5")]
    [InlineData("skip", "epochs=3")]
    [InlineData("loop", "data_seed=5")]
    [InlineData("lesion", "lesion={}")]
    [InlineData("autoencoder", "models.PAL.eta_W={0: 0.8, 5: 0.1}")]
    [InlineData("fig3abc", "name=other")]
    [InlineData("yin-yang", "seeds=1-10")]
    [InlineData("yin-yang", "models={FA: {eta_bw: 0}}")]
    [InlineData("yin-yang", "description=\"say: [a], # b\"")]
    public async Task TheFileIsTheExperimentWithTheseValues(string from, string set)
    {
        string file = await NewAsync(from, set);
        string path = ExperimentFiles.Resolve(from);
        Experiment meant = ExperimentReader.Read(CellModels.All, path, Override.Parse("--set", set));
        Experiment read = ExperimentReader.Read(CellModels.All, file);
        Assert.Equal(ExperimentWriter.Write(meant with { Name = read.Name }), ExperimentWriter.Write(read));
    }

    [Fact]
    public async Task DataOfOnesOwnAreFoundFromAnotherFolder()
    {
        Directory.CreateDirectory(_folder["sub"]);
        IEnumerable<string> rows = Enumerable.Range(0, 40).Select(i => $"{i % 5},{i % 7},{(i % 2 == 0 ? "a" : "b")}");
        _folder.Write("own.csv", string.Join('\n', rows.Prepend("x,y,kind")));
        string first = _folder.Write("first.yaml", Palactors.Small
            .Replace("data: yin-yang\ntrain: 4\nvalidation: 3\ntest: 2\n", "data: {file: own.csv, labels: kind}\n")
            .Replace("[4, 5, 3]", "[2, 5, 2]"));
        string file = _folder["sub/mine.yml"];
        Invocation made = await Palactors.RunAsync("new", file, "--from", first);
        Assert.Equal((ExitCodes.Success, ""), (made.Code, made.Error));
        Assert.Contains("data_folder: \"..\"", File.ReadAllLines(file));
        Invocation dry = await Palactors.RunAsync("run", file, "--dry-run", "--no-calibration");
        Assert.True(dry.Code == ExitCodes.Success, dry.Error);
    }

    [Fact]
    public async Task AFileThatIsThereIsNotTouched()
    {
        string file = _folder.Write("mine.yaml", "mine\n");
        Palactors.AssertRefused(
            await Palactors.RunAsync("new", file, "--from", "yin-yang"), "which is there already", file);
        Assert.Equal("mine\n", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("mine", "yin-yang", null, "FILE is ", "valid is a file that ends in .yaml")]
    [InlineData("mine.json", "yin-yang", null, "valid is a file that ends in .yaml")]
    [InlineData("no/mine.yaml", "yin-yang", null, "there is no folder ")]
    [InlineData("mine.yaml", "yin-yan", null, "there is no experiment 'yin-yan'; the nearest is 'yin-yang'")]
    [InlineData("mine.yaml", "", null, "EXPERIMENT is empty")]
    [InlineData("mine.yaml", "yin-yang", "epohs=3", "--set: 'epohs' is not a key; the nearest valid one is 'epochs'")]
    [InlineData("mine.yaml", "yin-yang", "epochs=no", "epochs is 'no'")]
    [InlineData("mine.yaml", "yin-yang", "epochs", "is not key=value")]
    public async Task BadInputWritesNothing(string file, string from, string? set, params string[] told)
    {
        string[] options = set is null ? [] : ["--set", set];
        Invocation made = await Palactors.RunAsync(["new", _folder[file], "--from", from, .. options]);
        Palactors.AssertRefused(made, told);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task TheExperimentMustBeNamed() =>
        Palactors.AssertRefused(await Palactors.RunAsync("new", _folder["mine.yaml"]), "--from");

    private static string[] Lines(string name) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "experiments", $"{name}.yaml"));

    private async Task<string> NewAsync(string from, params string[] set)
    {
        string file = _folder["mine.yaml"];
        Invocation made = await Palactors.RunAsync(
            ["new", file, "--from", from, .. set.SelectMany(value => new[] { "--set", value })]);
        Assert.Equal((ExitCodes.Success, ""), (made.Code, made.Error));
        return file;
    }
}
