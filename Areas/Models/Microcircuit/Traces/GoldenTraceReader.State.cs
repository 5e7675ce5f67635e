using System.Globalization;
using System.Text.Json;
using PalActors.Areas.Models.Traces;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <content>Reads noise, initial values and checkpoints of a trace.</content>
internal sealed partial class GoldenTraceReader
{
    private (long First, double[][][] Noise) ReadNoise(long total)
    {
        if (!_root.TryGetProperty("noise", out JsonElement noise) || noise.ValueKind == JsonValueKind.Null)
            return (long.MaxValue, []);
        long first = Whole(Get(_root, "noise_first_step", "noise_first_step"), "noise_first_step", 1);
        JsonElement[] steps = [.. Array(noise, "noise", null)];
        if (first + steps.Length - 1 != total)
        {
            throw Error(
                "noise",
                $"{steps.Length} steps from step {first}",
                $"{total - first + 1} steps, up to step {total}");
        }

        return (first, [.. steps.Select((step, i) => PerArea(step, $"noise[{i}]", Shapes("noise")))]);
    }

    private Dictionary<string, double[][]> ReadInit()
    {
        JsonElement init = Get(_root, "init", "init");
        string[] keys = ["uP", "uI", "WPP", "WIP", "BPP", "BPI"];
        return keys.ToDictionary(
            key => key, key => PerArea(Get(init, key, "init." + key), "init." + key, Shapes(key)));
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
            {
                throw Error(
                    key + ".step",
                    step.ToString(CultureInfo.InvariantCulture),
                    $"a step above {last}, up to {total}");
            }

            last = step;
            Dictionary<string, double[]?[]> quantities = [];
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.Name == "step" || property.Value.ValueKind == JsonValueKind.Null)
                    continue;
                if (!TraceComparison.Keys.Contains(property.Name))
                {
                    throw new TraceFormatException(
                        $"{_path}: {key}.{property.Name} is unknown; "
                        + $"valid are step, {string.Join(", ", TraceComparison.Keys)}.");
                }

                quantities[property.Name] = PerArea(
                    property.Value, $"{key}.{property.Name}", Shapes(property.Name), mayBeNull: true);
            }

            checkpoints.Add(new TraceCheckpoint(step, quantities));
        }

        return checkpoints.Count > 0 ? checkpoints : throw Error("checkpoints", "[]", "at least one checkpoint");
    }

    // Gives rows and columns (0 for a vector) of a quantity in each of its areas.
    private (int Rows, int Columns)[] Shapes(string key) => key switch
    {
        "uP" or "uP_breve" or "rP_breve" or "rP_breve_HI" or "vbas" => Cortical(l => (_layers[l], 0)),
        "uI" or "uI_breve" or "rI_breve" or "vden" => Hidden(l => (_layers[l + 1], 0)),
        "vapi" or "vapi_noise" or "noise" => Hidden(l => (_layers[l], 0)),
        "WPP" or "dWPP_LO" => Cortical(l => (_layers[l], _layers[l - 1])),
        "WIP" => Hidden(l => (_layers[l + 1], _layers[l])),
        "BPP" or "BPI" => Hidden(l => (_layers[l], _layers[l + 1])),
        _ => throw new ArgumentException($"Unknown quantity {key}.", nameof(key)),
    };

    private (int Rows, int Columns)[] Cortical(Func<int, (int Rows, int Columns)> shape) =>
        [.. Enumerable.Range(1, _layers.Length - 1).Select(shape)];

    private (int Rows, int Columns)[] Hidden(Func<int, (int Rows, int Columns)> shape) =>
        [.. Enumerable.Range(1, _layers.Length - 2).Select(shape)];

    private double[][] PerArea(
        JsonElement element, string key, (int Rows, int Columns)[] shapes, bool mayBeNull = false)
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
}
