using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Checks that the content of a folder comes from the data and the build that go on.</summary>
/// <param name="folder">The folder as the user named it.</param>
/// <param name="otherBuild">Whether another build may go on.</param>
internal sealed class RunLineage(string folder, bool otherBuild)
{
    /// <summary>The builds of a network that goes on, this one last.</summary>
    /// <param name="plan">The network, with the hashes of data and build as they are now.</param>
    /// <param name="origin">Its origin as the folder has it.</param>
    /// <exception cref="InputException">Data or build are others.</exception>
    public BuildIdentity[] Continue(NetworkPlan plan, SnapshotOrigin origin)
    {
        if (origin.DataHash != plan.DataHash)
        {
            throw new InputException(
                $"'{folder}' holds a run on other data: its {plan.Data} has SHA-256 {ShortHash.Of(origin.DataHash)}, "
                + $"that of now {ShortHash.Of(plan.DataHash)}; valid is the same data, or another folder.");
        }

        BuildIdentity now = ProgramVersion.Current;
        if (origin.Builds is [.., { } last] && last.Hash == now.Hash)
            return origin.Builds;
        return otherBuild
            ? [.. origin.Builds, now]
            : throw new InputException(
                $"'{folder}' holds a run of palactors {string.Join<BuildIdentity>(", ", origin.Builds)}, "
                + $"and this is {now}; valid is that build, or {Setting.OtherBuild}: the results then name both.");
    }
}
