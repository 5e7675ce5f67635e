using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>The program as the README starts it, from the sources.</summary>
public sealed class DotnetRunTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RelativePathsAreThoseOfTheFolderItIsStartedIn()
    {
        await File.WriteAllTextAsync(_folder.File("mine.csv"), "x,y,class\n1,2,a\n3,4,b\n");
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        string[] arguments =
            [
                "run", "-c", "Release", "--no-build", "--project", Path.Combine(Repository.Root, "Seed"), "--",
                "data", "show", "mine.csv",
            ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;

        PalactorsProcess.Result result = await PalactorsProcess.EndAsync(process);

        Assert.Equal("", result.Error);
        Assert.Contains("class", result.Output, StringComparison.Ordinal);
    }
}
