using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Projections;

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
        AreaShape below = Input(layers[0], reader);
        RateAreaOptions[] areas = new RateAreaOptions[layers.Length - 1];
        for (int i = 0; i < areas.Length; i++)
        {
            AreaValues values = new(reader, i + 1);
            areas[i] = new RateAreaOptions(values, below, layers[i + 1]);
            below = areas[i].Output;
        }

        Check(areas);
        return areas;
    }

    private static void Check(RateAreaOptions[] areas)
    {
        if (areas[^1] is { HasPool: true, Pool: int pool })
        {
            throw new ParameterException(
                "pool",
                $"pool of area {areas.Length} is {pool}, and it is the top area, whose own cells have the target; "
                + "valid is 1, no pool.");
        }

        int large = Array.FindIndex(areas, area => area.WeightCount > WeightMatrix.MostWeights);
        if (large >= 0)
        {
            throw new ParameterException(
                "layers",
                $"layers makes {areas[large].WeightCount} weights from {areas[large].Below} to {areas[large].Cells} "
                + $"cells of area {large + 1}; valid is at most {WeightMatrix.MostWeights} in a matrix.");
        }

        if (Array.Find(areas, area => area.TauLo is > 0 and < 1) is { TauLo: double tau })
        {
            throw new ParameterException(
                "tau_LO", string.Create(
                    CultureInfo.InvariantCulture, $"tau_LO is '{tau}'; valid is 0, no low-pass, or 1 tick or more."));
        }
    }

    private static AreaShape Input(int inputs, ParameterReader reader)
    {
        int channels = AreaValues.Whole("channels", reader.Real("channels"));
        if (channels == 0)
            return AreaShape.Vector(inputs);
        int side = Math.Max(1, (int)Math.Round(Math.Sqrt(inputs / (double)channels)));
        return (long)channels * side * side == inputs
            ? new AreaShape(channels, side, side)
            : throw new ParameterException(
                "channels",
                $"channels is {channels}, and layers[0] is {inputs}; valid is {channels} x side x side, "
                + $"of which the nearest is {(long)channels * side * side} = {channels}x{side}x{side}.");
    }
}
