using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Sizes of the rings that remedies hold, from shapes and delays alone.</summary>
internal static class LagSize
{
    // 2 GiB as doubles, as for a link.
    private const long Largest = 1L << 28;

    /// <summary>Values that the rings of an area hold.</summary>
    public static long Of(RateParameters parameters, int area) =>
        parameters.ActingRemedies.Sum(remedy => remedy.Values(parameters, area));

    /// <summary>Refuses rings of more than 2 GiB.</summary>
    /// <exception cref="ParameterException">The rings of an area are larger.</exception>
    public static void Check(RateParameters parameters)
    {
        for (int area = 1; area < parameters.Top; area++)
        {
            if (Of(parameters, area) is > Largest and long values)
            {
                RateRemedy most = parameters.ActingRemedies.MaxBy(remedy => remedy.Values(parameters, area))!;
                RemedySetting key = most.Settings[0];
                throw new ParameterException(
                    key.Parameter,
                    $"{key.Parameter} is '{key.Value}'; area {area} would keep {values >> 27} GiB for "
                    + $"{most.Ticks(parameters, area)} ticks, valid is at most {Largest >> 27}.");
            }
        }
    }
}
