using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>Reads a trace strictly: what is missing, of the wrong shape or unknown is refused by key.</summary>
internal sealed class GoldenTraceReader
{
    // Keys of the authors' parameter files that say how a trace was made and that a replay does not need.
    private static readonly HashSet<string> s_documentation =
    [
        "dataset_size", "epochs", "settling_time", "layers", "model_type", "noise_deg", "taueps", "random_seed", "input_signal",
        "copy_teacher_weights", "copy_teacher_voltages", "init_in_SPS", "init_WPP_range", "init_WIP_range", "init_BPP_range", "init_BPI_range",
    ];

    // What FA and BP ignore in the authors' program.
    private static readonly HashSet<string> s_onlyPal =
    [
        "dtxi", "tauHP", "tauLO", "tauxi", "noise_type", "noise_mode", "noise_scale", "inter_low_pass", "pyr_hi_pass", "dWPP_low_pass",
        "dWPP_r_low_pass", "dWPP_post_low_pass", "gate_regularizer", "varphi_regularizer", "alpha",
    ];

    private readonly string _path;
    private readonly JsonElement _root;
    private readonly int[] _layers;

    private GoldenTraceReader(string path, JsonElement root)
    {
        _path = path;
        _root = root;
        if (root.ValueKind != JsonValueKind.Object)
            throw Error("the file", Shown(root), "a JSON object");
        string format = Text(Get(root, "format", "format"), "format");
        if (format != "pal-golden-1")
            throw Error("format", format, "pal-golden-1");
        _layers = [.. Array(Get(root, "layers", "layers"), "layers", null).Select((e, i) => Whole(e, $"layers[{i}]", 1))];
        if (_layers.Length < 2)
            throw Error("layers", Shown(Get(root, "layers", "layers")), "an input and at least one area above it");
    }

    /// <summary>Reads the file.</summary>
    public static GoldenTrace Read(string path)
    {
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using JsonDocument document = JsonDocument.Parse(stream);
            return new GoldenTraceReader(path, document.RootElement).Read();
        }
        catch (JsonException e)
        {
            throw new TraceFormatException($"{path}: not a complete JSON document (line {e.LineNumber + 1}, byte {e.BytePositionInLine}); valid is a golden trace, format pal-golden-1.");
        }
        catch (InvalidDataException e)
        {
            throw new TraceFormatException($"{path}: not a readable gzip file ({e.Message}); valid is a golden trace, plain or gzip-compressed.");
        }
        catch (IOException e)
        {
            throw new TraceFormatException($"{path}: cannot be read ({e.Message}).");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new TraceFormatException($"{path}: cannot be read ({e.Message}).");
        }
    }

    private GoldenTrace Read()
    {
        string model = Text(Get(_root, "model", "model"), "model");
        if (!LearningModels.Names.Contains(model))
            throw Error("model", model, "one of " + string.Join(", ", LearningModels.Names));
        bool pal = model == "PAL";
        PlanOption[] options = ReadOptions(pal);
        MicrocircuitParameters parameters;
        try
        {
            parameters = new MicrocircuitParameters(_layers, options);
        }
        catch (ParameterException e)
        {
            throw new TraceFormatException($"{_path}: params.{e.Message}");
        }

        JsonElement[] segments = [.. Array(Get(_root, "segments", "segments"), "segments", null)];
        if (segments.Length == 0)
            throw Error("segments", "[]", "at least one segment");
        Phase[] phases = new Phase[segments.Length];
        double[][] inputs = new double[segments.Length][], targets = new double[segments.Length][];
        long tick = 1;
        for (int i = 0; i < segments.Length; i++)
        {
            string key = $"segments[{i}]";
            int steps = Whole(Get(segments[i], "steps", key + ".steps"), key + ".steps", 1);
            inputs[i] = Vector(Get(segments[i], "r0", key + ".r0"), key + ".r0", _layers[0]);
            JsonElement target = Get(segments[i], "target", key + ".target");
            TickFlags flags = TickFlags.None;
            if (target.ValueKind == JsonValueKind.Null)
            {
                targets[i] = new double[_layers[^1]];
            }
            else
            {
                targets[i] = Vector(target, key + ".target", _layers[^1]);
                flags |= TickFlags.Target;
            }

            flags |= Flag(segments[i], "learn_fw", key) ? TickFlags.LearnForward : 0;
            flags |= Flag(segments[i], "learn_lat", key) ? TickFlags.LearnLateral : 0;
            flags |= Flag(segments[i], "learn_bw", key) ? TickFlags.LearnBackward | TickFlags.Noise : 0;
            phases[i] = new Phase(tick, 1, steps, flags, "trace", 0, -1, null, false);
            tick += steps;
        }

        long total = tick - 1;
        long claimed = Whole(Get(_root, "total_steps", "total_steps"), "total_steps", 1);
        if (claimed != total)
            throw Error("total_steps", claimed.ToString(CultureInfo.InvariantCulture), $"{total}, the sum of segments[].steps");

        (long first, double[][][] noise) = pal ? ReadNoise(total) : (long.MaxValue, []);
        return new GoldenTrace
        {
            Case = _root.TryGetProperty("case", out JsonElement name) ? Text(name, "case") : Path.GetFileNameWithoutExtension(_path),
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

    private PlanOption[] ReadOptions(bool pal)
    {
        JsonElement parameters = Get(_root, "params", "params");
        if (parameters.ValueKind != JsonValueKind.Object)
            throw Error("params", Shown(parameters), "an object");
        Dictionary<string, PlanOption> options = [];
        foreach (JsonProperty property in parameters.EnumerateObject())
        {
            string key = property.Name;
            if (property.Value.ValueKind == JsonValueKind.Null || s_documentation.Contains(key) || (!pal && s_onlyPal.Contains(key))
                || key.StartsWith("_comment", StringComparison.Ordinal) || key.StartsWith("rec_", StringComparison.Ordinal) || key.StartsWith("init_teacher_", StringComparison.Ordinal))
            {
                continue;
            }

            ParameterDescriptor descriptor = MicrocircuitTable.Find(key) ?? throw new TraceFormatException($"{_path}: params.{key} is unknown; valid are the parameters of the authors' simulator.");
            string[] values = property.Value.ValueKind == JsonValueKind.Array
                ? [.. property.Value.EnumerateArray().Select((e, i) => Scalar(e, $"params.{key}[{i}]"))]
                : [Scalar(property.Value, "params." + key)];
            // The authors' program takes the leading entries of a list that is too long (fig4ab has three alphas for one hidden area).
            int count = descriptor.Scope switch { ParameterScope.Cortical => _layers.Length - 1, ParameterScope.Hidden => _layers.Length - 2, _ => 1 };
            options[key] = new PlanOption(key, values.Length > count && property.Value.ValueKind == JsonValueKind.Array ? values[..count] : values);
        }

        foreach (string required in new[] { "dt", "gl", "gbas", "gapi", "gden", "gnI", "gntgt", "eta_fw", "eta_bw", "eta_IP", "eta_PI", "activation" })
        {
            if (!options.ContainsKey(required))
                throw new TraceFormatException($"{_path}: params.{required} is missing; it must be given.");
        }

        // What a trace leaves out is off, whatever the defaults of experiment files are; a draw interval is then one step.
        options.TryAdd("dtxi", options["dt"] with { Name = "dtxi" });
        options.TryAdd("dWPP_low_pass", new PlanOption("dWPP_low_pass", ["false"]));
        options.TryAdd("pyr_hi_pass", new PlanOption("pyr_hi_pass", ["false"]));
        options["Tpres"] = options["dt"] with { Name = "Tpres" };
        return [.. options.Values];
    }

    private (long First, double[][][] Noise) ReadNoise(long total)
    {
        if (!_root.TryGetProperty("noise", out JsonElement noise) || noise.ValueKind == JsonValueKind.Null)
            return (long.MaxValue, []);
        long first = Whole(Get(_root, "noise_first_step", "noise_first_step"), "noise_first_step", 1);
        JsonElement[] steps = [.. Array(noise, "noise", null)];
        if (first + steps.Length - 1 != total)
            throw Error("noise", $"{steps.Length} steps from step {first}", $"{total - first + 1} steps, up to step {total}");
        return (first, [.. steps.Select((step, i) => PerArea(step, $"noise[{i}]", Hidden(area => _layers[area])))]);
    }

    private Dictionary<string, double[][]> ReadInit()
    {
        JsonElement init = Get(_root, "init", "init");
        return new[] { "uP", "uI", "WPP", "WIP", "BPP", "BPI" }.ToDictionary(key => key, key => PerArea(Get(init, key, "init." + key), "init." + key, Shapes(key)));
    }

    private List<TraceCheckpoint> ReadCheckpoints(long total)
    {
        List<TraceCheckpoint> checkpoints = [];
        long last = 0;
        foreach (JsonElement element in Array(Get(_root, "checkpoints", "checkpoints"), "checkpoints", null))
        {
            string key = $"checkpoints[{checkpoints.Count}]";
            long step = Whole(Get(element, "step", key + ".step"), key + ".step", 1);
            if (step <= last || step > total)
                throw Error(key + ".step", step.ToString(CultureInfo.InvariantCulture), $"a step above {last}, up to {total}");
            last = step;
            Dictionary<string, double[]?[]> quantities = [];
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name == "step" || property.Value.ValueKind == JsonValueKind.Null)
                    continue;
                if (!TraceComparison.Keys.Contains(property.Name))
                    throw new TraceFormatException($"{_path}: {key}.{property.Name} is unknown; valid are step, {string.Join(", ", TraceComparison.Keys)}.");
                quantities[property.Name] = PerArea(property.Value, $"{key}.{property.Name}", Shapes(property.Name), mayBeNull: true);
            }

            checkpoints.Add(new TraceCheckpoint(step, quantities));
        }

        return checkpoints.Count > 0 ? checkpoints : throw Error("checkpoints", "[]", "at least one checkpoint");
    }

    // Rows and columns (0 for a vector) of a quantity in each of its areas.
    private (int Rows, int Columns)[] Shapes(string key) => key switch
    {
        "uP" or "uP_breve" or "rP_breve" or "rP_breve_HI" or "vbas" => [.. Enumerable.Range(1, _layers.Length - 1).Select(l => (_layers[l], 0))],
        "uI" or "uI_breve" or "rI_breve" or "vden" => Hidden(l => _layers[l + 1]),
        "vapi" or "vapi_noise" or "noise" => Hidden(l => _layers[l]),
        "WPP" or "dWPP_LO" => [.. Enumerable.Range(1, _layers.Length - 1).Select(l => (_layers[l], _layers[l - 1]))],
        "WIP" => [.. Enumerable.Range(1, _layers.Length - 2).Select(l => (_layers[l + 1], _layers[l]))],
        "BPP" or "BPI" => [.. Enumerable.Range(1, _layers.Length - 2).Select(l => (_layers[l], _layers[l + 1]))],
        _ => throw new ArgumentException($"Unknown quantity {key}.", nameof(key)),
    };

    private (int Rows, int Columns)[] Hidden(Func<int, int> size) => [.. Enumerable.Range(1, _layers.Length - 2).Select(l => (size(l), 0))];

    private double[][] PerArea(JsonElement element, string key, (int Rows, int Columns)[] shapes, bool mayBeNull = false)
    {
        JsonElement[] areas = [.. Array(element, key, shapes.Length)];
        double[][] values = new double[areas.Length][];
        for (int i = 0; i < areas.Length; i++)
        {
            (int rows, int columns) = shapes[i];
            string name = $"{key}[{i}]";
            if (mayBeNull && areas[i].ValueKind == JsonValueKind.Null)
                continue;
            values[i] = columns == 0
                ? Vector(areas[i], name, rows)
                : [.. Array(areas[i], name, rows).SelectMany((row, r) => Vector(row, $"{name}[{r}]", columns))];
        }

        return values;
    }

    private double[] Vector(JsonElement element, string key, int length)
    {
        double[] values = new double[length];
        int i = 0;
        foreach (JsonElement entry in Array(element, key, length))
        {
            if (entry.ValueKind != JsonValueKind.Number || !entry.TryGetDouble(out double value) || !double.IsFinite(value))
                throw Error($"{key}[{i}]", Shown(entry), "a finite number");
            values[i++] = value;
        }

        return values;
    }

    private JsonElement.ArrayEnumerator Array(JsonElement element, string key, int? length)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw Error(key, Shown(element), "a list");
        if (length is { } expected && element.GetArrayLength() != expected)
            throw Error(key, $"a list of {element.GetArrayLength()}", $"a list of {expected} (layers are {string.Join(", ", _layers)})");
        return element.EnumerateArray();
    }

    private JsonElement Get(JsonElement parent, string name, string key)
    {
        if (parent.ValueKind != JsonValueKind.Object)
            throw Error(key, Shown(parent), "inside an object");
        return parent.TryGetProperty(name, out JsonElement value) ? value : throw new TraceFormatException($"{_path}: {key} is missing; a golden trace must have it.");
    }

    private bool Flag(JsonElement parent, string name, string key)
    {
        JsonElement element = Get(parent, name, $"{key}.{name}");
        return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Error($"{key}.{name}", Shown(element), "true or false");
    }

    private string Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Error(key, Shown(element), "a text");

    private int Whole(JsonElement element, string key, int minimum) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) && value >= minimum ? value : throw Error(key, Shown(element), $"a whole number, {minimum} or more");

    private string Scalar(JsonElement element, string key) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Error(key, Shown(element), "a number, a text, true or false"),
    };

    private static string Shown(JsonElement element)
    {
        string text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : text[..40] + "...";
    }

    private TraceFormatException Error(string key, string value, string valid) => new($"{_path}: {key} is {value}; valid is {valid}.");
}
