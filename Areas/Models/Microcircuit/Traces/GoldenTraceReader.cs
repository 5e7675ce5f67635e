using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>Reads a golden trace strictly.</summary>
/// <remarks>A value that is missing, of the wrong shape or unknown is refused by its key.</remarks>
internal sealed partial class GoldenTraceReader
{
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
        JsonElement.ArrayEnumerator layers = Array(Get(root, "layers", "layers"), "layers", null);
        _layers = [.. layers.Select((e, i) => Whole(e, $"layers[{i}]", 1))];
        if (_layers.Length < 2)
            throw Error("layers", Shown(Get(root, "layers", "layers")), "an input and at least one area above it");
    }

    /// <summary>Reads a file, plain or gzip-compressed.</summary>
    public static GoldenTrace Read(string path)
    {
        try
        {
            using Stream file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new GZipStream(file, CompressionMode.Decompress)
                : file;
            using JsonDocument document = JsonDocument.Parse(stream);
            return new GoldenTraceReader(path, document.RootElement).Read();
        }
        catch (JsonException e)
        {
            throw new TraceFormatException(
                $"{path}: not a complete JSON document (line {e.LineNumber + 1}, byte {e.BytePositionInLine}); "
                + "valid is a golden trace, format pal-golden-1.");
        }
        catch (InvalidDataException e)
        {
            throw new TraceFormatException(
                $"{path}: not a readable gzip file ({e.Message}); "
                + "valid is a golden trace, plain or gzip-compressed.");
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
