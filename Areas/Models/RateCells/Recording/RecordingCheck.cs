using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Recording;

/// <summary>Refuses recordings of what an area does not have.</summary>
internal static class RecordingCheck
{
    /// <summary>Checks the recordings of a plan.</summary>
    /// <exception cref="ParameterException">An area lacks an observable.</exception>
    public static void Of(NetworkPlan plan, RateParameters parameters)
    {
        foreach (RecordingPlan recording in plan.Recordings)
        {
            foreach (int area in recording.Areas)
            {
                if (Lacks(recording.Observable, area, parameters) is { } reason)
                {
                    throw new ParameterException(
                        "record",
                        $"record: {recording.Observable} of area {area} cannot be recorded, since {reason}; "
                        + $"valid are {RateObservables.Rate}, {RateObservables.Error} and those that "
                        + "docs/recording.md lists for it.");
                }
            }
        }
    }

    private static string? Lacks(string observable, int area, RateParameters parameters) => observable switch
    {
        RateObservables.Noise when !parameters.IsPal => $"model {parameters.Algorithm} has no noise",
        RateObservables.B when parameters.Algorithm is RateAlgorithm.BP or RateAlgorithm.DFA =>
            $"model {parameters.Algorithm} has no B",
        _ => null,
    };
}
