using PalActors.Areas.Contract.Models;
using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Output and exit code of a command.</summary>
public sealed record Invocation(int Code, string Output, string Error)
{
    /// <summary>The lines of the output.</summary>
    public string[] Lines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}

/// <summary>The command line in process, and the experiments that tests use with it.</summary>
public static class Palactors
{
    /// <summary>The cell model of experiments that name none.</summary>
    public static IAreaModel Cells => CellModels.All.All[0];

    /// <summary>The keys of its experiments.</summary>
    public static IReadOnlyList<string> Keys { get; } = new CellKeys(Cells).Names;

    /// <summary>The shipped experiment.</summary>
    public static string YinYang { get; } = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "experiments", "yin-yang.yaml"));

    /// <summary>A small experiment that takes very little time.</summary>
    public const string Small = """
        description: a small one
        data: yin-yang
        train: 4
        validation: 3
        test: 2
        layers: [4, 5, 3]
        model: PAL
        seeds: [7]
        epochs: 2
        paper_epochs: 10
        eta_fw: [50, 0.01]
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01
        models:
          no-feedback: {model: PAL, eta_bw: 0, eta_PI: 0}

        """;

    public static Task<Invocation> RunAsync(CancellationToken stop, params string[] args) =>
        RunAsync(CellModels.All, stop, args);

    /// <summary>Runs a command of a program with these cell models.</summary>
    public static async Task<Invocation> RunAsync(ModelRegistry models, CancellationToken stop, params string[] args)
    {
        StringWriter output = new(), error = new();
        int code = await CommandLine.InvokeAsync(args, models, output, error, stop);
        return new Invocation(code, output.ToString(), error.ToString());
    }

    public static Task<Invocation> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    /// <summary>Runs a command and stops it as soon as a condition on its files holds.</summary>
    public static async Task<Invocation> RunUntilAsync(Func<bool> condition, params string[] args)
    {
        using CancellationTokenSource stop = new();
        Task<Invocation> run = RunAsync(stop.Token, args);
        while (!run.IsCompleted && !condition())
            await Task.WhenAny(run, Task.Delay(TimeSpan.FromMilliseconds(5), CancellationToken.None));
        await stop.CancelAsync();
        return await run;
    }

    /// <summary>
    /// Asserts that a command was refused: exit code 2, one line on the error stream with these parts, and no output.
    /// </summary>
    public static void AssertRefused(Invocation invocation, params string[] parts)
    {
        Assert.Equal(ExitCodes.BadInput, invocation.Code);
        Assert.Equal("", invocation.Output);
        string line = Assert.Single(invocation.Error.TrimEnd().Split('\n'));
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
    }
}
