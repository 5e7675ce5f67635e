using System.Globalization;
using System.Text.Json;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>Reads a golden trace strictly.</summary>
/// <remarks>A value that is missing, of the wrong shape or unknown is refused by its key.</remarks>
internal sealed partial class GoldenTraceReader : TraceReader
{
    private readonly string _path;
    private readonly JsonElement _root;
    private readonly int[] _layers;

    /// <summary>Begins to read a document.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="root">Its root, of format <see cref="GoldenTrace.FormatName"/>.</param>
    public GoldenTraceReader(string path, JsonElement root)
        : base(path, GoldenTrace.FormatName)
    {
        _path = path;
        _root = root;
        JsonElement.ArrayEnumerator layers = Array(Get(root, "layers", "layers"), "layers", null);
        _layers = [.. layers.Select((e, i) => Whole(e, $"layers[{i}]", 1))];
        if (_layers.Length < 2)
            throw Error("layers", Shown(Get(root, "layers", "layers")), "an input and at least one area above it");
        Sizes = $" (layers are {string.Join(", ", _layers)})";
    }

    /// <summary>Reads the trace.</summary>
    public GoldenTrace Read()
    {
        string model = Text(Get(_root, "model", "model"), "model");
        if (!LearningModels.Names.Contains(model))
            throw Error("model", model, "one of " + string.Join(", ", LearningModels.Names));
        bool pal = model == "PAL";
        PlanOption[] options = ReadOptions(pal);
        MicrocircuitParameters parameters = ReadParameters(options);
        JsonElement[] segments = [.. Array(Get(_root, "segments", "segments"), "segments", null)];
        if (segments.Length == 0)
            throw Error("segments", "[]", "at least one segment");
        double[][] inputs = new double[segments.Length][], targets = new double[segments.Length][];
        Phase[] phases = ReadSegments(segments, inputs, targets);
        long total = phases[^1].LastTick;
        long claimed = Whole(Get(_root, "total_steps", "total_steps"), "total_steps", 1);
        if (claimed != total)
        {
            throw Error(
                "total_steps",
                claimed.ToString(CultureInfo.InvariantCulture),
                $"{total}, the sum of segments[].steps");
        }

        (long first, double[][][] noise) = pal ? ReadNoise(total) : (long.MaxValue, []);
        return new GoldenTrace
        {
            Case = _root.TryGetProperty("case", out JsonElement name)
                ? Text(name, "case")
                : Path.GetFileNameWithoutExtension(_path),
            Model = model,
            Layers = _layers,
            Parameters = parameters,
            Options = options,
            Schedule = new Schedule(phases, total),
            Inputs = inputs,
            Targets = targets,
            Noise = noise,
            NoiseFirstStep = first,
            Init = ReadInit(),
            Checkpoints = ReadCheckpoints(total),
        };
    }
}
