using PalActors.Areas.Toolkit.Files;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Identity of data that come as files, which may differ from node to node.</summary>
public static class DataFiles
{
    private const string TooSmall = "too small";

    /// <summary>Identity of the files that a network uses; null if it uses none.</summary>
    public static DataIdentity? Of(NetworkPlan plan) =>
        plan.DataHash.Length > 0 && DataSets.IsFromFiles(plan.Data)
            ? new DataIdentity(plan.Data, plan.DataFolder, SplitUse.Of(plan.Schedule), plan.DataHash)
            {
                Options = plan.DataOptions,
            }
            : null;

    /// <summary>SHA-256 of this machine's copy; null where there is none.</summary>
    /// <remarks>
    /// A copy that lacks samples in use has a text that is no hash. If an area here is shown them, opening them says
    /// what is wrong.
    /// </remarks>
    public static string? HashHere(DataIdentity data)
    {
        try
        {
            IDataSet found = DataSets.Open(data.Name, data.Folder, data.Options);
            return data.Splits.Any(split => split.Samples > found.SamplesOf(split.Split))
                ? TooSmall
                : DataHash.Compute(found, data.Splits);
        }
        catch (DataFileException)
        {
            return null;
        }
    }
}
