using System.CommandLine;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Control;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Command line.</summary>
internal static class TorchCommands
{
    private const string All = "all";
    private const int ComparedSteps = 12;
    private static readonly string[] s_models = [nameof(RateAlgorithm.PAL), nameof(RateAlgorithm.BP)];

    /// <summary>Root command with a subcommand per network.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new(
            "The same steps of the rate cells' networks by PyTorch on the CPU and by our areas, in single precision.");
        root.Subcommands.Add(Network(
            "autoencoder", "784-200-2-200-784, batch 32.", BenchmarkNetwork.Autoencoder, RateWords.ErrorPaths,
            BenchmarkNetwork.PresentationTicks));
        root.Subcommands.Add(Network(
            "conv", "The convolutional network of CIFAR-10, batch 128.", BenchmarkNetwork.Conv, ["direct"], 2));
        return root;
    }

    private static Command Network(
        string name, string text, Func<string, string, BenchmarkNetwork> network, string[] paths, int steps)
    {
        Option<int> threads = new("--threads")
        {
            Description = "Threads; with more than one, one is measured too.",
            DefaultValueFactory = _ => 1,
        };
        Option<double> seconds = new("--seconds")
        {
            Description = "Time to measure each model.",
            DefaultValueFactory = _ => 20,
        };
        Option<string> model = Choice("--model", "Learning model.", s_models);
        Option<string> path = Choice("--path", "Error path.", RateWords.ErrorPaths);
        Option<bool> below = new("--below")
        {
            Description = "Also measure torch with the error below area 1, which the authors' program computes.",
        };
        Option<bool> actors = new("--actors")
        {
            Description = "Also measure our areas as actors (autoencoder).",
        };
        Option<string> only = new("--only")
        {
            Description = "A part of the names of what to measure, for instance ours, to profile it.",
            DefaultValueFactory = _ => "",
        };
        Command command = new(name, text) { threads, seconds, model, path, below, actors, only };
        command.SetAction(parsed =>
        {
            bool agree = true;
            string chosen = parsed.GetValue(model)!;
            foreach (string one in chosen == All ? s_models : [chosen])
            {
                foreach (string way in parsed.GetValue(path) is { } given && given != All ? [given] : paths)
                {
                    agree &= Run(
                        network(one, way), steps, parsed.GetValue(threads), parsed.GetValue(seconds),
                        parsed.GetValue(below), parsed.GetValue(actors), parsed.GetValue(only)!);
                }
            }

            return agree ? 0 : 1;
        });
        return command;
    }

    private static bool Run(
        BenchmarkNetwork network, int steps, int threads, double seconds, bool below, bool actors, string only)
    {
        Console.WriteLine($"{network.Name}, {network.Model}, {network.Path}, batch {network.Batch}");
        bool hasShortcut = !network.Parameters.Areas[1].IsConv;
        bool agree = Comparison.Print(network, holdsInput: false, ComparedSteps)
            & (!hasShortcut || Comparison.Print(network, holdsInput: true, ComparedSteps));
        AreaState[] states = new LeanLoop(network.Build(1, true), network.Plan()).Capture();
        using IDisposable mode = no_grad();
        List<Contender> contenders = [];
        foreach (int count in new[] { threads, 1 }.Distinct())
        {
            contenders.Add(Contender.Torch(network, states, count, below: false));
            if (below)
                contenders.Add(Contender.Torch(network, states, count, below: true));
            contenders.Add(Contender.Ours(network, count, holdsInput: false));
            if (hasShortcut)
                contenders.Add(Contender.Ours(network, count, holdsInput: true));
            if (actors && hasShortcut)
                contenders.Add(Contender.Actors(network, count));
        }

        contenders.RemoveAll(one => !one.Name.Contains(only, StringComparison.Ordinal));
        new SideBySide(contenders, steps, seconds).Print();
        return agree;
    }

    private static Option<string> Choice(string name, string text, string[] words)
    {
        Option<string> option = new(name) { Description = text, DefaultValueFactory = _ => All };
        option.AcceptOnlyFromAmong([All, .. words]);
        return option;
    }
}
