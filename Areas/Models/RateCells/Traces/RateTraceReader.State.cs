using System.Text.Json;
using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <content>Reads initial weights, draws and checkpoints; nested lists become flat.</content>
internal sealed partial class RateTraceReader
{
    private static readonly string[] s_weights = ["W", "b", "B"];

    private static readonly string[] s_states = ["r", "e", "ub", "u", "xi", "xi_out", "hp"];

    private double[][] Batches(string key, int cells) =>
    [
        .. Array(Get(_root, key, key), key, null).Select((batch, i) => Flat(batch, $"{key}[{i}]", _batch * cells)),
    ];

    private Dictionary<string, double[]?[]> ReadInitial(RateParameters parameters)
    {
        JsonElement[] places = [.. Array(Get(_root, "init", "init"), "init", _shapes.Count)];
        Dictionary<string, double[]?[]> initial = s_weights.ToDictionary(key => key, _ => new double[]?[places.Length]);
        for (int area = 1; area <= parameters.Top; area++)
        {
            int place = _places[area - 1];
            foreach (string key in s_weights)
            {
                if (Weights(parameters, area, key) is not { } count)
                    continue;
                string name = $"init[{place}].{key}";
                initial[key][place] = Flat(Get(places[place], key, name), name, count);
            }
        }

        return initial;
    }

    // Number of weights, or null where an area has none.
    private static int? Weights(RateParameters parameters, int area, string key)
    {
        RateAreaOptions options = parameters.Areas[area];
        return (key, parameters.Algorithm) switch
        {
            ("W", _) => options.Weights,
            ("b", _) => options.Biases,
            ("B", RateAlgorithm.PAL or RateAlgorithm.FA) => area > 1 ? options.Weights : null,
            ("B", RateAlgorithm.DFA) => area < parameters.Top
                ? options.Cells.Cells * parameters.OutputOf(parameters.Top)
                : null,
            _ => null,
        };
    }

    private double[]?[][] ReadDraws(string key, long steps) =>
    [
        .. Array(Get(_root, key, key), key, (int)steps).Select((step, i) =>
            Array(step, $"{key}[{i}]", _shapes.Count)
                .Select((drawn, place) => drawn.ValueKind == JsonValueKind.Null
                    ? null
                    : Flat(drawn, $"{key}[{i}][{place}]", _batch * _shapes[place].Cells))
                .ToArray()),
    ];

    private Dictionary<long, IReadOnlyDictionary<string, double[]?[]>> ReadCheckpoints(
        RateParameters parameters, long total)
    {
        Dictionary<long, IReadOnlyDictionary<string, double[]?[]>> checkpoints = [];
        JsonElement[] entries = [.. Array(Get(_root, "checkpoints", "checkpoints"), "checkpoints", null)];
        for (int i = 0; i < entries.Length; i++)
        {
            string key = $"checkpoints[{i}]";
            int step = Whole(Get(entries[i], "step", $"{key}.step"), $"{key}.step", 1);
            if (step > total)
                throw Error($"{key}.step", $"{step}", $"1 to {total}");
            JsonElement[] places = [.. Array(Get(entries[i], "areas", $"{key}.areas"), $"{key}.areas", _shapes.Count)];
            Dictionary<string, double[]?[]> values = [];
            for (int place = 0; place < places.Length; place++)
            {
                foreach (JsonProperty value in places[place].EnumerateObject())
                {
                    string name = $"{key}.areas[{place}].{value.Name}";
                    int count = Count(parameters, place, value.Name, name);
                    values.TryAdd(value.Name, new double[]?[places.Length]);
                    values[value.Name][place] = Flat(value.Value, name, count);
                }
            }

            if (!checkpoints.TryAdd(step, values))
                throw Error($"{key}.step", $"{step}", "a step that no other checkpoint has");
        }

        return checkpoints;
    }

    private int Count(RateParameters parameters, int place, string key, string name)
    {
        if (s_states.Contains(key))
            return _batch * _shapes[place].Cells;
        int area = _places.IndexOf(place) + 1;
        string weights = key.StartsWith("D_", StringComparison.Ordinal) ? key[2..] : key;
        return area > 0 && Weights(parameters, area, weights) is { } count
            ? count
            : throw Error(name, "there", $"one of {string.Join(", ", s_states)}, W, b, B, D_W, D_b if the area has it");
    }

    private double[] Flat(JsonElement element, string key, int count)
    {
        double[] values = new double[count];
        int next = 0;
        Fill(element);
        return next == count
            ? values
            : throw Error(key, $"{next} numbers", $"{count} numbers{Sizes}");

        void Fill(JsonElement at)
        {
            if (at.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement entry in at.EnumerateArray())
                    Fill(entry);
                return;
            }

            if (at.ValueKind != JsonValueKind.Number || !double.IsFinite(at.GetDouble()))
                throw Error(key, Shown(at), "a finite number");
            if (next < count)
                values[next] = at.GetDouble();
            next++;
        }
    }
}
