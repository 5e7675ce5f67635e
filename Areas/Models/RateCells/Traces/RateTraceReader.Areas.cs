using System.Text.Json;
using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <content>Reads the areas; a pool joins the area below it.</content>
internal sealed partial class RateTraceReader
{
    private RateAreaOptions[] ReadAreas()
    {
        AreaShape below = Shape(Get(Get(_root, "input", "input"), "shape", "input.shape"), "input.shape");
        JsonElement[] entries = [.. Array(Get(_root, "areas", "areas"), "areas", null)];
        List<RateAreaOptions> areas = [];
        for (int i = 0; i < entries.Length; i++)
        {
            string key = $"areas[{i}]";
            AreaShape shape = Shape(Get(entries[i], "shape", $"{key}.shape"), $"{key}.shape");
            string kind = Text(Get(entries[i], "kind", $"{key}.kind"), $"{key}.kind");
            _shapes.Add(shape);
            if (kind == "maxpool")
            {
                if (areas.Count == 0 || !areas[^1].IsConv || areas[^1].HasPool)
                    throw Error($"{key}.kind", kind, "conv or dense: a pool needs a conv area below it");
                areas[^1] = WithPool(areas[^1], entries[i], key, shape);
            }
            else
            {
                _places.Add(i);
                areas.Add(Area(entries[i], key, kind, below, shape));
            }

            below = areas[^1].Output;
        }

        if (areas.Count == 0)
            throw Error("areas", "[]", "at least one area");
        return areas[^1].HasPool ? throw Error("areas", "maxpool at the top", "dense or conv there") : [.. areas];
    }

    private RateAreaOptions Area(JsonElement entry, string key, string kind, AreaShape below, AreaShape shape)
    {
        if (kind is not ("dense" or "conv"))
            throw Error($"{key}.kind", kind, "dense, conv or maxpool");
        int kernel = kind == "conv" ? Whole(Get(entry, "kernel", $"{key}.kernel"), $"{key}.kernel", 1) : 0;
        int side = below.Height - kernel + 1;
        if (kernel > 0 && (side < 1 || shape.Height != side || shape.Width != side))
            throw Error($"{key}.shape", $"{shape}", $"{shape.Channels}x{side}x{side}, of kernel {kernel} over {below}");
        bool isPal = _algorithm == RateAlgorithm.PAL;
        double Pal(string name) => isPal ? Real(entry, name, $"{key}.{name}") : 0;
        return new RateAreaOptions
        {
            Below = below,
            Cells = kernel > 0 ? shape : AreaShape.Vector(shape.Cells),
            Kernel = kernel,
            Activation = Word(
                Get(entry, "activation", $"{key}.activation"), $"{key}.activation", RateWords.Activations),
            EtaW = Real(entry, "eta_W", $"{key}.eta_W"),
            EtaB = Pal("eta_B"),
            Reg = Pal("reg"),
            Sigma = Pal("sigma"),
            WnSigma = Pal("wn_sigma"),
            TauXi = isPal ? Pal("tau_xi") : 1,
            TauHp = isPal ? Pal("tau_HP") : 1,
            TauLo = Pal("tau_LO"),
        };
    }

    private RateAreaOptions WithPool(RateAreaOptions area, JsonElement entry, string key, AreaShape shape)
    {
        int window = Whole(Get(entry, "window", $"{key}.window"), $"{key}.window", 1);
        if (area.Cells.Height % window != 0)
            throw Error($"{key}.window", $"{window}", $"a divisor of {area.Cells.Height}, the side of the area below");
        bool isPal = _algorithm == RateAlgorithm.PAL;
        area = area with
        {
            Pool = window,
            PoolSigma = isPal ? Real(entry, "sigma", $"{key}.sigma") : 0,
            PoolTauXi = isPal ? Real(entry, "tau_xi", $"{key}.tau_xi") : 1,
        };
        return area.Output == shape ? area : throw Error($"{key}.shape", $"{shape}", $"{area.Output}");
    }

    private AreaShape Shape(JsonElement element, string key)
    {
        int[] sizes = [.. Array(element, key, null).Select((size, i) => Whole(size, $"{key}[{i}]", 1))];
        return sizes switch
        {
            [int cells] => AreaShape.Vector(cells),
            [int channels, int height, int width] when height == width => new AreaShape(channels, height, width),
            _ => throw Error(key, Shown(element), "[cells], or [channels, side, side]"),
        };
    }

    private double Real(JsonElement parent, string name, string key)
    {
        JsonElement element = Get(parent, name, key);
        return element.ValueKind == JsonValueKind.Number && double.IsFinite(element.GetDouble())
            ? element.GetDouble()
            : throw Error(key, Shown(element), "a finite number");
    }

    private int Index(JsonElement element, string key, int count)
    {
        int index = Whole(element, key, 0);
        return index < count ? index : throw Error(key, $"{index}", $"0 to {count - 1}");
    }

    private string Word(JsonElement element, string key, string[] words)
    {
        string word = Text(element, key);
        return words.Contains(word) ? word : throw Error(key, word, "one of " + string.Join(", ", words));
    }

    private T Choice<T>(JsonElement element, string key, string[] words)
        where T : struct, Enum => RateWords.Value<T>(words, Word(element, key, words));
}
