using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Sweeps;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>The figure of a sweep: a curve per model for one key, a map per model for two.</summary>
public sealed class SweepFigureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OneKeyHasACurvePerModelWithMediansOverSeeds()
    {
        Assert.True(Draw(["eta_bw"], ["0.1", "0.5", "10"], [""]));

        string drawing = File.ReadAllText(_folder["sweep.svg"]);
        foreach (string text in (string[])
            ["eta_bw (logarithmic)", "median of 3 seeds, band: quartiles, thin lines: seeds", "PAL", "FA", "0.5", "10"])
            Assert.Contains($">{text}<", Compact(drawing), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoKeysHaveAMapPerModelWithAMedianInEachCell()
    {
        Assert.True(Draw(["eta_bw", "layers"], ["0.1", "0.5"], ["[4,5,3]", "[4,6,3]"]));

        string drawing = Compact(File.ReadAllText(_folder["sweep.svg"]));
        foreach (string text in (string[])
            ["eta_bw", "layers", "[4,5,3]", "[4,6,3]", "PAL, median of 3 seeds", "FA, median of 3 seeds"])
            Assert.Contains($">{text}<", drawing, StringComparison.Ordinal);
        // The middle seed of the last point of PAL, and of FA.
        Assert.Contains(">86.0<", drawing, StringComparison.Ordinal);
        Assert.Contains(">76.0<", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreKeysAndNoValuesHaveNoFigure()
    {
        Assert.False(Draw(["eta_bw", "layers", "alpha"], ["0.1"], ["[4,5,3]"]));
        Assert.False(KeyPlots.Draw(_folder["sweep.png"], Definition(["eta_bw"]), []));
        Assert.Empty(Directory.GetFiles(_folder.Path, "sweep.*"));
    }

    private bool Draw(string[] columns, string[] first, string[] second)
    {
        List<SweepRow> rows = [];
        foreach ((string model, int lower) in new[] { ("PAL", 0), ("FA", 10) })
        {
            int point = 0;
            foreach (string one in first)
            {
                foreach (string other in second)
                {
                    point++;
                    string[] values = [.. new[] { one, other, "0" }.Take(columns.Length)];
                    for (ulong seed = 1; seed <= 3; seed++)
                    {
                        double value = (80 + point - lower + (int)seed) / 100.0;
                        rows.Add(new SweepRow(values, seed, model, CommonMetrics.AccuracyValidation, "", value));
                        rows.Add(new SweepRow(values, seed, model, SweepTable.Ticks, "", 100));
                    }
                }
            }
        }

        return KeyPlots.Draw(_folder["sweep.png"], Definition(columns), rows);
    }

    private static SweepDefinition Definition(string[] columns) => new(
        "sweep", columns, ExperimentReader.Read(CellModels.All, ExperimentFiles.Resolve("yin-yang")));

    // The drawing library puts line breaks into elements.
    private static string Compact(string drawing) => drawing.ReplaceLineEndings("").Replace("\t", "").Trim();
}
