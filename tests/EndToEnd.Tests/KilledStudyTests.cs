using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>A study whose process is killed goes on with the same command.</summary>
public sealed class KilledStudyTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FinishedNetworksAreNotRunAgain()
    {
        // Small networks end long before the large ones do.
        string[] study =
        [
            "study", "width", "yin-yang", "--sizes", "2,400", "--models", "PAL,FA", "--seeds", "1,2", "--epochs", "1",
            "--set", "train=400", "--set", "validation=40", "--set", "test=40", "--quiet", "--out",
        ];
        using (Process process = PalactorsProcess.Start(
            PalactorsProcess.Program, [.. study, _folder.File("killed")]))
        {
            while (Finished("killed").Length == 0)
            {
                Assert.False(process.HasExited, "the study ended before a network of it did");
                await Task.Delay(5);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        string[] finished = Finished("killed");
        Assert.InRange(finished.Count(IsLast), 1, 7);
        PalactorsProcess.Result again = await PalactorsProcess.RunAsync([.. study, _folder.File("killed")]);
        Assert.Equal((0, ""), (again.ExitCode, again.Error));
        PalactorsProcess.Result whole = await PalactorsProcess.RunAsync([.. study, _folder.File("whole")]);
        Assert.Equal(0, whole.ExitCode);

        // Their times are those of the killed process, to the last digit.
        Assert.Empty(finished.Except(Finished("killed")));
        Assert.Equal(8, Finished("killed").Count(IsLast));
        foreach (string name in (string[])["width.csv", "width-summary.csv", "width.md"])
        {
            Assert.Equal(
                File.ReadAllText(_folder.File($"whole/{name}")), File.ReadAllText(_folder.File($"killed/{name}")));
        }
    }

    // Rows of networks that have ended: all up to the last row of one.
    private string[] Finished(string folder)
    {
        string path = _folder.File($"{folder}/sweep.csv");
        if (!File.Exists(path))
            return [];
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string[] rows = reader.ReadToEnd().Split('\n')[..^1];
        return [.. rows.Skip(1).Take(Array.FindLastIndex(rows, IsLast))];
    }

    private static bool IsLast(string row) => row.Contains(",frames,,", StringComparison.Ordinal);
}
