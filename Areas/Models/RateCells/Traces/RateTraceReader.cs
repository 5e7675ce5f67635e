using System.Text.Json;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <summary>Reads a trace of the rate cells strictly.</summary>
internal sealed partial class RateTraceReader : TraceReader
{
    private readonly string _path;
    private readonly JsonElement _root;
    private readonly RateAlgorithm _algorithm;
    private readonly int _batch;
    private readonly List<AreaShape> _shapes = [];
    private readonly List<int> _places = [];

    /// <summary>Begins to read a document.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="root">Its root, of format <see cref="RateTrace.FormatName"/>.</param>
    public RateTraceReader(string path, JsonElement root)
        : base(path, RateTrace.FormatName)
    {
        (_path, _root) = (path, root);
        _algorithm = Choice<RateAlgorithm>(Get(root, "algorithm", "algorithm"), "algorithm", RateWords.Algorithms);
        _batch = Whole(Get(Get(root, "params", "params"), "batch", "params.batch"), "params.batch", 1);
    }

    /// <summary>Reads the trace.</summary>
    public RateTrace Read()
    {
        RateParameters parameters = ReadParameters();
        Sizes = $" (areas are {string.Join(", ", _shapes)}, the batch {_batch})";
        double[][] inputs = Batches("inputs", parameters.OutputOf(0));
        double[][] targets = Batches("targets", parameters.OutputOf(parameters.Top));
        (Phase[] phases, int[] x, int?[] y) = ReadSegments(inputs.Length, targets.Length);
        long total = phases[^1].LastTick;
        long claimed = Whole(Get(_root, "total_steps", "total_steps"), "total_steps", 1);
        if (claimed != total)
            throw Error("total_steps", $"{claimed}", $"{total}, the sum of segments[].steps");
        bool isPal = parameters.IsPal;
        return new RateTrace
        {
            Case = _root.TryGetProperty("case", out JsonElement name)
                ? Text(name, "case")
                : Path.GetFileNameWithoutExtension(_path),
            Parameters = parameters,
            Places = [.. _places],
            Schedule = new Schedule(phases, total),
            Inputs = [.. x.Select(index => inputs[index])],
            Targets = [.. y.Select(index => index is { } at ? targets[at] : new double[targets[0].Length])],
            Initial = ReadInitial(parameters),
            Coloured = isPal ? ReadDraws("z", total) : [],
            White = isPal && _root.TryGetProperty("w", out _) ? ReadDraws("w", total) : [],
            Checkpoints = ReadCheckpoints(parameters, total),
        };
    }

    private RateParameters ReadParameters()
    {
        JsonElement parameters = Get(_root, "params", "params");
        RateAreaOptions[] areas = ReadAreas();
        double dt = Real(parameters, "dt", "params.dt");
        int[] layers = [areas[0].Below.Cells, .. areas.Select(area => area.Output.Cells)];
        return new RateParameters
        {
            Algorithm = _algorithm,
            Path = Choice<ErrorPath>(Get(_root, "error_path", "error_path"), "error_path", RateWords.ErrorPaths),
            Target = Choice<TargetType>(
                Get(parameters, "target_type", "params.target_type"), "params.target_type", RateWords.TargetTypes),
            Beta = Real(parameters, "beta", "params.beta"),
            Dt = dt,
            Tau = Real(parameters, "tau", "params.tau"),
            Batch = _batch,
            Links = new LinkOptions(AreaGraph.Chain(layers), [], dt),
            Areas = new PerArea<RateAreaOptions>(areas),
            IsTraced = true,
        };
    }

    private (Phase[] Phases, int[] X, int?[] Y) ReadSegments(int inputs, int targets)
    {
        JsonElement[] segments = [.. Array(Get(_root, "segments", "segments"), "segments", null)];
        if (segments.Length == 0)
            throw Error("segments", "[]", "at least one segment");
        Phase[] phases = new Phase[segments.Length];
        int[] x = new int[segments.Length];
        int?[] y = new int?[segments.Length];
        long next = 1;
        for (int i = 0; i < segments.Length; i++)
        {
            string key = $"segments[{i}]";
            int steps = Whole(Get(segments[i], "steps", $"{key}.steps"), $"{key}.steps", 1);
            x[i] = Index(Get(segments[i], "x", $"{key}.x"), $"{key}.x", inputs);
            JsonElement target = Get(segments[i], "y", $"{key}.y");
            y[i] = target.ValueKind == JsonValueKind.Null ? null : Index(target, $"{key}.y", targets);
            bool learns = Flag(segments[i], "learn", key);
            if (learns && y[i] is null)
                throw Error($"{key}.y", "null", "a target, since learn is true");
            TickFlags flags = (learns ? TickFlags.LearnForward | TickFlags.LearnBackward | TickFlags.Target : 0)
                | (Flag(segments[i], "noise", key) ? TickFlags.Noise : 0);
            phases[i] = new Phase(next, 1, steps, flags, "trace", 0, -1, null, false) { Batch = _batch };
            next += steps;
        }

        return (phases, x, y);
    }
}
