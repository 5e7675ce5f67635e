using Akka.Configuration;
using Akka.Dispatch;

namespace PalActors.Clustering.Lanes;

/// <summary>Makes the <see cref="LaneExecutor"/> of a dispatcher; named in the configuration of the lanes.</summary>
/// <param name="config">Configuration of the dispatcher.</param>
/// <param name="prerequisites">Prerequisites of dispatchers.</param>
public sealed class LaneExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : ExecutorServiceConfigurator(config, prerequisites)
{
    /// <inheritdoc/>
    public override ExecutorService Produce(string id) => new LaneExecutor(id, Prerequisites.EventStream);
}
