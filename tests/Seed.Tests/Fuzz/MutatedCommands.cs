using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests.Fuzz;

/// <summary>Makes commands with a changed option, or with parameters at the edges of their ranges.</summary>
internal static class MutatedCommands
{
    // Options that open a port or wait are combined with one that is refused.
    private static readonly string[] s_commands =
    [
        "run FILE --out OUT --ticks 200 --set model=[PAL,no-feedback] --seeds 1,2 --quiet",
        "run FILE --out OUT --ticks 200 --epochs 1 --digest --quiet --window 3 --set delay_up=4",
        "run FILE --out OUT --ticks 200 --snapshot-every 50 --chaos 0.1 --chaos-seed 2 --quiet",
        "run FILE --out OUT --ticks 200 --placement 1;2 --keeper seed --chaos 0.1 --chaos-links 1-2",
        "run FILE --out OUT --ticks 200 --dry-run --nodes 2 --placement 1;2 --window 2 --no-calibration",
        "run FILE --out OUT --ticks 200 --dry-run --nodes 2 --latency 0.5 --bandwidth 100 --cores 4 --no-calibration",
        "run FILE --out OUT --ticks 200 --task bw_only --fresh --other-build",
        "run FILE --out OUT --ticks 9 --nodes 2 --bind 0.0.0.0 --port 0 --health-port 0",
        "resume NONE --nodes 2 --port 0 --keeper shared --window 2 --snapshot-every 30s --digest",
        "sweep FILE --out OUT --ticks 100 --over eta_bw=0.1:0.5:2 --over model=PAL,FA --seeds 1",
        "sweep FILE --out OUT --ticks 100 --over layers=[4,5,3],[4,6,3] --epochs 1 --set alpha=0 --quiet",
        "study delay FILE --out OUT --ticks 100 --delays 0,2 --direction both --models PAL --quiet",
        "study delay FILE --out OUT --ticks 100 --delays 0:4:2 --direction up --jitter uniform:2 --models BP",
        "study delay FILE --out OUT --ticks 100 --delays 3 --direction down --models PAL --depths 3,4 --prospective on "
            + "--remedies noise_lag --targets aligned --set eta_fw=1 --seeds 1",
        "node --join 127.0.0.1:1 --bind 0.0.0.0 --port 0 --give-up-after 1s --experiment a --shared x",
        "node --join 127.0.0.1:1 --port 70000 --tls-certificate a --tls-key b --tls-ca c",
    ];

    // Numbers at the edges of the ranges of doubles, steps and conductances.
    private static readonly string[] s_reals =
    [
        "0", "1e-300", "1e-9", "0.001", "0.02", "0.1", "0.99", "1", "1.01", "3", "1e2", "1e4", "1e9", "1e150", "1e308",
    ];

    private static readonly string[] s_ticks = ["0", "1", "2", "3", "16", "17", "33", "100", "299", "5000", "0.05 ms"];
    private static readonly string[] s_flags = ["true", "false"];
    private static readonly string[] s_models = ["PAL", "PAL", "FA", "BP", "[PAL, FA, BP]"];

    // With a pace a run would wait.
    private static readonly ParameterDescriptor[] s_parameters = [.. new CellKeys(Palactors.Cells).Parameters.All];

    /// <summary>A command of which one word is changed.</summary>
    public static string[] Option(Mutator mutator, string experiment, string folder)
    {
        string[] command = mutator.Pick(s_commands).Split(' ');
        int changed = mutator.Pick(Enumerable.Range(1, command.Length - 1).Where(at => IsFree(command, at)).ToArray());
        command[changed] = mutator.Value(command[changed]);
        Dictionary<string, string> places = new()
        {
            ["FILE"] = experiment,
            ["OUT"] = folder,
            ["NONE"] = $"{folder}-none",
        };
        return [.. command.Select(word => places.GetValueOrDefault(word, word))];
    }

    /// <summary>A run with one to four parameters at their edges, and any activation and model.</summary>
    public static string[] Parameters(Mutator mutator, string experiment, bool hasTeacher, string folder)
    {
        Dictionary<string, string> set = [];
        for (int changes = 1 + mutator.Next(4); changes > 0; changes--)
        {
            ParameterDescriptor parameter = mutator.Pick(s_parameters);
            if (hasTeacher || parameter.Scope != ParameterScope.Teacher)
                set[parameter.Name] = Edge(mutator, parameter);
        }

        set.TryAdd("activation", mutator.Pick(Activation.Names));
        set["model"] = mutator.Pick(s_models);
        IEnumerable<string> options = set.SelectMany(pair => new[] { "--set", $"{pair.Key}={pair.Value}" });
        return ["run", experiment, "--out", folder, "--ticks", "300", "--quiet", .. options];
    }

    private static string Edge(Mutator mutator, ParameterDescriptor parameter) => parameter.Kind switch
    {
        ParameterKind.Real => mutator.Pick(s_reals),
        ParameterKind.Range => $"[-{mutator.Pick(s_reals)}, {mutator.Pick(s_reals)}]",
        ParameterKind.Ticks => mutator.Pick(s_ticks),
        ParameterKind.Word => mutator.Pick(parameter.Words!),
        _ => mutator.Pick(s_flags),
    };

    // The folder, the end, and the options that keep a command from listening stay; all else may change.
    private static bool IsFree(string[] command, int at) =>
        command[at] is not ("FILE" or "OUT" or "NONE" or "--out" or "--ticks" or "delay")
        && command[at] is not ("--bind" or "0.0.0.0" or "70000")
        && command[at - 1] != "--ticks"
        && !(command[at] == "--port" && command[at + 1] == "70000");
}
