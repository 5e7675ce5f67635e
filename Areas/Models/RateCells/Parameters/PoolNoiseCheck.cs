using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Parameters;

/// <summary>Check that noise of pools is given to areas that have one.</summary>
internal static class PoolNoiseCheck
{
    private const string Key = "pool_sigma";

    /// <summary>Refuses noise of pools that nothing would use.</summary>
    /// <remarks>A single value stands for all areas, of which some have a pool.</remarks>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <exception cref="ParameterException">An area without a pool has a value of its own above 0.</exception>
    public static void Of(NetworkPlan plan, RateParameters parameters)
    {
        if (!parameters.IsPal || Array.Find(plan.Options, option => option.Name == Key) is not { } option)
            return;
        bool hasPool = Enumerable.Range(1, parameters.Top).Any(area => parameters.Areas[area].HasPool);
        foreach (string[] values in option.Later.Select(later => later.Values).Prepend(option.Values))
        {
            if (values.Length == 1 && !hasPool && IsNoise(values[0]))
                throw new ParameterException(Key, $"{Key} is '{values[0]}', and no area has a pool; valid is 0.");
            for (int area = 1; values.Length > 1 && area <= values.Length; area++)
            {
                if (!parameters.Areas[area].HasPool && IsNoise(values[area - 1]))
                {
                    throw new ParameterException(
                        Key,
                        $"{Key} of area {area} is '{values[area - 1]}', and the area has no pool (pool 1); "
                        + "valid is 0.");
                }
            }
        }
    }

    private static bool IsNoise(string value) => double.Parse(value, CultureInfo.InvariantCulture) > 0;
}
