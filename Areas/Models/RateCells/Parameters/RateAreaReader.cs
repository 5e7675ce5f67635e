using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Reads the options of each area, and derives and checks the shapes.</summary>
internal static class RateAreaReader
{
    /// <summary>Options of areas 1 to L.</summary>
    /// <param name="layers">Cells that each area shows to the one above, input first.</param>
    /// <param name="reader">The values.</param>
    /// <exception cref="ParameterException">A value is invalid, or shapes do not fit.</exception>
    public static RateAreaOptions[] Read(int[] layers, ParameterReader reader)
    {
        int[] kernels = Whole("kernel", reader), pools = Whole("pool", reader);
        Dictionary<string, double[]> reals = RealNames.ToDictionary(name => name, reader.Reals);
        string[] activations = reader.Words("activation");
        AreaShape below = Input(layers[0], reader);
        RateAreaOptions[] areas = new RateAreaOptions[layers.Length - 1];
        for (int i = 0; i < areas.Length; i++)
        {
            AreaShape cells = ShapeCheck.Cells(i + 1, below, layers[i + 1], kernels[i], pools[i]);
            areas[i] = new RateAreaOptions
            {
                Below = below,
                Cells = cells,
                Kernel = kernels[i],
                Pool = pools[i],
                Activation = activations[i],
                EtaW = reals["eta_W"][i],
                EtaB = reals["eta_B"][i],
                Reg = reals["reg"][i],
                Sigma = reals["sigma"][i],
                WnSigma = reals["wn_sigma"][i],
                TauXi = reals["tau_xi"][i],
                TauHp = reals["tau_HP"][i],
                TauLo = reals["tau_LO"][i],
                PoolSigma = reals["pool_sigma"][i],
                PoolTauXi = reals["pool_tau_xi"][i],
            };
            below = areas[i].Output;
        }

        return areas;
    }

    private static string[] RealNames { get; } =
    [
        "eta_W", "eta_B", "reg", "sigma", "wn_sigma", "tau_xi", "tau_HP", "tau_LO", "pool_sigma", "pool_tau_xi",
    ];

    private static AreaShape Input(int inputs, ParameterReader reader)
    {
        int channels = Whole("channels", reader.Real("channels"));
        if (channels == 0)
            return AreaShape.Vector(inputs);
        int side = (int)Math.Round(Math.Sqrt(inputs / (double)channels));
        return channels * side * side == inputs
            ? new AreaShape(channels, side, side)
            : throw new ParameterException(
                "channels",
                $"channels is {channels}, and layers[0] is {inputs}; valid is {channels} x side x side, "
                + $"for instance {channels * side * side} = {channels}x{side}x{side}.");
    }

    private static int[] Whole(string name, ParameterReader reader) =>
        [.. reader.Reals(name).Select(value => Whole(name, value))];

    private static int Whole(string name, double value) => value == Math.Floor(value) && value <= ushort.MaxValue
        ? (int)value
        : throw new ParameterException(name, $"{name} is '{value}'; valid is a whole number, at most {ushort.MaxValue}.");
}
