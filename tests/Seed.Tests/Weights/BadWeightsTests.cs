using System.IO.Compression;
using PalActors.Lab.Weights;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Weights that cannot be used: one line says what is wrong, and nothing is written.</summary>
public sealed class BadWeightsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private StoredWeights _trained = new("", []);

    public async Task InitializeAsync()
    {
        _folder.Write("e.yaml", Palactors.Small);
        Assert.Equal(0, (await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"])).Code);
        _trained = WeightExperiments.Kept(_folder["a"]);
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("layers=[4, 6, 3]", "PAL_7/area_1/W is 5 x 4; valid is 6 x 4")]
    [InlineData("weights.only=[X]", "only names 'X'", "area_1/W")]
    [InlineData("weights.network=FA_7", "network is 'FA_7'", "PAL_7")]
    [InlineData("weights.at=1", "there is no snapshot at epoch 1", "it keeps none")]
    [InlineData("weights.at=10 ticks", "there is no snapshot at 10 ticks")]
    [InlineData("weights.at=soon", "weights.at is 'soon'; valid is an epoch")]
    [InlineData("weights.sha256=abc", "weights.sha256 is 'abc'; valid are 64 digits")]
    [InlineData("weights.form=x", "'form' is not a key; the nearest valid one is 'from'")]
    public async Task ARunRefusesWhatDoesNotFit(string set, params string[] parts) =>
        AssertRefused(await RunAsync(_folder["a"], "--set", set), parts);

    [Fact]
    public async Task OneNetworkServesAllSeedsAndOfSeveralOneMustBeNamed()
    {
        Invocation run = await RunAsync(_folder["a"], "--set", "seeds=[7, 8]");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Invocation other = await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["c"], "--set", $"weights={_folder["b"]}", "--seeds", "9");
        Palactors.AssertRefused(other, "several networks and none is PAL_9", "PAL_7, PAL_8");
    }

    [Fact]
    public async Task NamesTypesAndDamageAreTold()
    {
        await RefusesAsync("none.h5", "none.h5: there is no such file");
        Directory.CreateDirectory(_folder["empty"]);
        await RefusesAsync("empty", "a folder without a run");
        await RefusesAsync("e.yaml", "e.yaml");

        byte[] bytes = File.ReadAllBytes(_folder["a/weights.h5"]);
        foreach (double share in (double[])[0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
        {
            File.WriteAllBytes(_folder["cut.h5"], bytes[..(int)(share * bytes.Length)]);
            await RefusesAsync("cut.h5", "cut.h5");
        }

        WeightExperiments.WriteNpz(_folder["w.npz"], _trained.Matrices, isOdd: false);
        bytes = File.ReadAllBytes(_folder["w.npz"]);
        File.WriteAllBytes(_folder["cut.npz"], bytes[..^200]);
        await RefusesAsync("cut.npz", "cut.npz");

        StoredMatrix w = _trained.Matrices[0];
        await RefusesMatrixAsync(
            w with { Name = "V" }, "area_1/V is a matrix that the area has not; valid is one of W");
        await RefusesMatrixAsync(w with { Area = "area_9" }, "area_9/W is of an area that the network has not");
        await RefusesMatrixAsync(w with { Values = [.. w.Values[..^1], double.NaN] }, "NaN");
        await RefusesMatrixAsync(w with { Rows = w.Columns, Columns = w.Rows }, "valid is 5 x 4");

        using (ZipArchive archive = new(File.Create(_folder["int.npz"]), ZipArchiveMode.Create))
        {
            using Stream stream = archive.CreateEntry("area_1/W.npy").Open();
            string header = "{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }".PadRight(117) + "\n";
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. System.Text.Encoding.ASCII.GetBytes(header)]);
            stream.Write(new byte[8]);
        }

        await RefusesAsync("int.npz", "area_1/W: the values are int64; valid is float32 or float64");
    }

    [Fact]
    public async Task OtherCommandsRefuseWhatIsNotThere()
    {
        Palactors.AssertRefused(
            await Palactors.RunAsync("continue", _folder["nowhere"]), "DIR is", "which holds no run");
        Palactors.AssertRefused(
            await Palactors.RunAsync("export", _folder["a"], "--at", "1"), "--at is '1' without --weights");
        Palactors.AssertRefused(
            await Palactors.RunAsync("export", _folder["a"], "--weights", "--at", "x"), "--at is 'x'; valid is");
        Palactors.AssertRefused(
            await Palactors.RunAsync("export", _folder["a"], "--weights", "--at", "1"), "no snapshot at epoch 1");
        File.Delete(_folder["a/weights.h5"]);
        Palactors.AssertRefused(
            await Palactors.RunAsync("continue", _folder["a"]), "the run has no weights.h5", "valid is a finished run");
        Palactors.AssertRefused(await Palactors.RunAsync("export", _folder["a"], "--weights"), "no weights.h5");
    }

    private async Task RefusesMatrixAsync(StoredMatrix matrix, string part)
    {
        WeightExperiments.WriteNpz(_folder["bad.npz"], [matrix], isOdd: false);
        await RefusesAsync("bad.npz", part);
    }

    private async Task RefusesAsync(string file, string part) => AssertRefused(await RunAsync(_folder[file]), part);

    private void AssertRefused(Invocation run, params string[] parts)
    {
        Palactors.AssertRefused(run, parts);
        Assert.False(Directory.Exists(_folder["b"]));
    }

    private Task<Invocation> RunAsync(string weights, params string[] options) => Palactors.RunAsync(
        ["run", _folder["e.yaml"], "--out", _folder["b"], "--set", $"weights={weights}", .. options]);
}
