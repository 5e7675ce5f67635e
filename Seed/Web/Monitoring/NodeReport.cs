using PalActors.Clustering.Membership;

namespace PalActors.Web.Monitoring;

/// <summary>Report of an area node.</summary>
/// <param name="node">The node.</param>
/// <param name="seed">Address of the seed node that it was told to join.</param>
internal sealed class NodeReport(AreaNode node, string seed) : IProcessReport
{
    /// <inheritdoc/>
    public bool IsReady => node.State == SessionState.Joined;

    /// <inheritdoc/>
    public string State => node.State switch
    {
        SessionState.Looking => $"looking for the seed at {seed}",
        SessionState.Enrolled => $"taken in by the seed at {seed}, joining",
        _ => $"joined the run at {seed}",
    };

    /// <inheritdoc/>
    public object Cluster => new { Role = "area", State, Seed = seed, Networks = node.Hosted };
}
