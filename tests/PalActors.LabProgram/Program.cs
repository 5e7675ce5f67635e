using PalActors.Areas.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;

// An experiment in code: the keys are those of files.
ExperimentText experiment = new("feedback", """
    data: yin-yang
    train: 600
    layers: [4, 30, 3]
    model: PAL
    seeds: [123456]
    epochs: 2
    eta_fw: [50, 0.01]
    eta_IP: 0.02
    eta_PI: 0.02
    """);

// Trains a network for each learning rate of the feedback weights, and prints what it makes of the angle to W^T.
foreach (string rate in (string[])["0", "0.5"])
{
    ExperimentRun run = new(CellModels.All, experiment, Override.Of("eta_bw", rate))
    {
        Folder = Path.Combine(args[0], $"rate-{rate}"),
        Listener = new ProgressPrinter(),
    };
    RunResult result = await run.RunAsync();
    NetworkRecord network = result.Networks[0];
    Console.WriteLine(
        $"eta_bw {rate}: {network.Last("angle_WT_B", new(1)):F0} degrees, "
        + $"accuracy {100 * network.Last("accuracy_validation"):F1} %, figures in {result.Folder}");
}

/// <summary>Prints the share of a run that is done, once in a second.</summary>
internal sealed class ProgressPrinter : RunListener
{
    /// <inheritdoc/>
    public override async Task WatchAsync(IReadOnlyList<NetworkRecord> networks, Task run)
    {
        while (await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(1))) != run)
        {
            foreach (NetworkRecord network in networks)
                Console.WriteLine($"seed {network.Plan.Seed}: tick {network.Tick} of {network.Plan.Schedule.EndTick}");
        }
    }
}
