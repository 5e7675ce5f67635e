using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PalActors.Cli;
using PalActors.Lab.Runs;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Order of the libraries that the program is made of.</summary>
public sealed class LibraryTests
{
    [Theory]
    [InlineData(typeof(ExperimentRun))]
    [InlineData(typeof(CommandLine))]
    public void FoldersFormNoCircle(Type member) => Assert.Empty(new FolderGraph(member.Assembly).Circle());

    [Fact]
    public void NoStringOfTheLibraryHasAnOptionOfTheCommandLine()
    {
        string[] texts = [.. typeof(ExperimentRun).Assembly.GetTypes().SelectMany(AssemblyUses.StringsOf)];

        Assert.Contains(texts, text => text.Length > 20);
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, "--[a-z]"));
    }

    [Fact]
    public void TheLibraryKnowsNoCommandLineAndNoTerminal()
    {
        string?[] references =
            [.. typeof(ExperimentRun).Assembly.GetReferencedAssemblies().Select(reference => reference.Name)];

        Assert.Contains("YamlDotNet", references);
        Assert.DoesNotContain("System.CommandLine", references);
        Assert.DoesNotContain("Spectre.Console", references);
        Assert.DoesNotContain("PalActors.Cli", references);
    }

    [Fact]
    public void TheProgramIsItsArgumentsAndTheCellModels()
    {
        string folder = Path.Combine(Repository.Root, "Seed");
        Assert.Equal(["Program.cs"], Directory.GetFiles(folder, "*.cs").Select(Path.GetFileName));
        Assert.Equal(["PalActors.Seed.csproj"], Directory.GetFiles(folder, "*.csproj").Select(Path.GetFileName));
        string[] program = File.ReadAllLines(Path.Combine(folder, "Program.cs"));
        Assert.Equal("return await CommandLine.RunAsync(args, CellModels.All);", program[^1]);
        Assert.True(program.Length < 6, "a thin program");
    }

    [Fact]
    public void TheImageRestoresEveryProjectOfTheProgram()
    {
        string[] copied =
        [
            .. File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile"))
                .Select(line => Regex.Match(line, @"^COPY (\S+\.csproj) (\S+)/$"))
                .Where(match => match.Success)
                .Select(match => match.Groups[1].Value),
        ];

        Assert.Equal(Closure(Path.Combine(Repository.Root, "Seed/PalActors.Seed.csproj")).Order(), copied.Order());
    }

    [Fact]
    public async Task AProgramRunsAnExperimentAndReadsItsResult()
    {
        string program = File.ReadAllText(Path.Combine(Repository.Root, "tests/PalActors.LabProgram/Program.cs"));
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/library.md"));
        Assert.Contains($"```csharp\n{program.Trim()}\n```", guide, StringComparison.Ordinal);

        using TemporaryFolder folder = new();
        // From its own folder: that of the tests lacks what their framework brings.
        string built = AppContext.BaseDirectory.Replace("Seed.Tests", "PalActors.LabProgram", StringComparison.Ordinal);
        string dll = Path.Combine(built, Path.GetFileName(typeof(ProgressPrinter).Assembly.Location));
        ProcessStartInfo start = new("dotnet", [dll, folder["lab"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((0, ""), (process.ExitCode, await error));
        Assert.Matches(@"eta_bw 0: \d+ degrees, accuracy [\d.]+ %", output);
        Assert.True(File.Exists(Path.Combine(folder["lab"], "rate-0.5", "alignment.png")));
    }

    private static HashSet<string> Closure(string project)
    {
        HashSet<string> all = [];
        Queue<string> open = new([project]);
        while (open.TryDequeue(out string? next))
        {
            if (!all.Add(Path.GetRelativePath(Repository.Root, next)))
                continue;
            foreach (XElement reference in XDocument.Load(next).Descendants("ProjectReference"))
            {
                string path = reference.Attribute("Include")!.Value;
                open.Enqueue(Path.GetFullPath(path, Path.GetDirectoryName(next)!));
            }
        }

        return all;
    }
}
