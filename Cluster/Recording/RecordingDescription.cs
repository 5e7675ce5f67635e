using PalActors.Messages.Plan;

namespace PalActors.Clustering.Recording;

/// <summary>What a recording is of; every segment begins with it, so each can be read without the others.</summary>
/// <param name="Network">Network of the run.</param>
/// <param name="Seed">Seed of its microcircuit.</param>
/// <param name="Label">Learning model as written in the experiment.</param>
/// <param name="Layers">Neurons per area, input first.</param>
/// <param name="Dt">Duration of a tick, ms, as written in the experiment; empty if unknown.</param>
/// <param name="Entries">What is recorded.</param>
public sealed record RecordingDescription(int Network, ulong Seed, string Label, int[] Layers, string Dt, RecordingPlan[] Entries)
{
    /// <summary>The description of a network's recording.</summary>
    public static RecordingDescription Of(NetworkPlan plan) => new(
        plan.Network, plan.Seed, plan.Label, plan.Layers, plan.Options.FirstOrDefault(o => o.Name == "dt")?.Values[0] ?? "", plan.Recordings);
}
