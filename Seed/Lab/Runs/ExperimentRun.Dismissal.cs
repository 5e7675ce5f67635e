using System.Globalization;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Runs;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Runs;

/// <content>Nodes that wait for a run that was complete before.</content>
public sealed partial class ExperimentRun
{
    // Nodes that are started together with this process need some seconds, more on a busy machine.
    private static readonly TimeSpan s_dismissal = TimeSpan.FromSeconds(30);

    private async Task DismissAsync(Experiment read, CancellationToken stop)
    {
        if (Place.Nodes is not { } nodes)
            return;
        string whom = nodes == 1 ? "a node is told that when it asks" : $"{nodes} nodes are told that as they ask";
        Listener.Event(string.Create(
            CultureInfo.InvariantCulture,
            $"the run is over; {whom}, for at most {s_dismissal.TotalSeconds} s"));
        try
        {
            await ClusterRun.DismissAsync(Cluster(nodes, read), s_dismissal, stop).ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            // The result is there all the same.
            Listener.Event($"nodes are not told that the run is over: {exception.Message}");
        }
    }
}
