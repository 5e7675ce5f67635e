using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Sizes of the rings that remedies hold, from shapes and delays alone.</summary>
internal static class LagSize
{
    // 2 GiB as doubles, as for a link.
    private const long Largest = 1L << 28;

    /// <summary>Values that the rings of an area hold.</summary>
    public static long Of(RateParameters parameters, int area)
    {
        RateAreaOptions options = parameters.Areas[area];
        bool pooled = options.HasPool && !parameters.IsDirectFeedback;
        long slopes = pooled ? 2L * options.Output.Cells : options.Cells.Cells;
        long noise = (long)parameters.NoiseLag(area) * options.Output.Cells;
        return (noise + (parameters.RateLag(area) * (options.Below.Cells + slopes))) * parameters.Batch;
    }

    /// <summary>Refuses rings of more than 2 GiB.</summary>
    /// <exception cref="ParameterException">The rings of an area are larger.</exception>
    public static void Check(RateParameters parameters)
    {
        for (int area = 1; area < parameters.Top; area++)
        {
            if (Of(parameters, area) is > Largest and long values)
            {
                string key = parameters.HasRateLag ? "rate_lag" : "noise_lag";
                long ticks = Math.Max(parameters.RateLag(area), parameters.NoiseLag(area));
                throw new ParameterException(
                    key,
                    $"{key} is '{RateWords.RoundTrip}'; area {area} would keep {values >> 27} GiB for {ticks} ticks, "
                    + $"valid is at most {Largest >> 27}.");
            }
        }
    }
}
