using Akka.Actor;
using Akka.Configuration;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>A run in this process: all areas on one node, no remoting, no port.</summary>
public static class LocalRun
{
    /// <summary>Runs networks, as many side by side as there are lanes, until they end or are stopped.</summary>
    /// <param name="plans">The networks.</param>
    /// <param name="settings">How to use this machine.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="stop">Stops every network at a tick boundary common to its areas; those not begun are left out.</param>
    /// <returns>Outcomes in the order of the plans.</returns>
    /// <exception cref="RunFailedException">A network failed; the others are stopped.</exception>
    public static Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        IReadOnlyList<NetworkPlan> plans, RunSettings settings, IRunObserver observer, CancellationToken stop)
    {
        // Threads of all lanes together; what is left over draws noise ahead and shares passes over large matrices.
        int cores = Environment.ProcessorCount;
        (int lanes, int threads) = Lanes(plans, settings);
        bool drawAhead = settings.DrawAhead ?? lanes * threads < cores;
        RowSplit split = new(Math.Clamp(settings.RowThreads ?? LaneRule.RowThreads(lanes, threads, cores), 1, Math.Min(cores, RowSplit.MostThreads)));
        return RunAsync(plans, plan => new MicrocircuitNetwork(new PlannedNetwork(plan, drawAhead, split)), settings, observer, [], null, stop);
    }

    private static (int Lanes, int Threads) Lanes(IReadOnlyList<NetworkPlan> plans, RunSettings settings)
    {
        int lanes = Math.Clamp(settings.Lanes, 1, plans.Count);
        return (lanes, settings.ThreadsPerNetwork ?? LaneRule.Threads(plans, lanes, Environment.ProcessorCount));
    }

    /// <summary>Runs networks of any cell model.</summary>
    /// <param name="plans">The networks.</param>
    /// <param name="build">Binds a plan to its network.</param>
    /// <param name="settings">How to use this machine.</param>
    /// <param name="observer">Who watches.</param>
    /// <param name="observeTicks">Ticks after which all areas are observed.</param>
    /// <param name="observed">Takes what was observed, or null.</param>
    /// <param name="stop">Stops every network at a tick boundary common to its areas; those not begun are left out.</param>
    /// <returns>Outcomes in the order of the plans.</returns>
    /// <exception cref="RunFailedException">A network failed; the others are stopped.</exception>
    public static async Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        IReadOnlyList<NetworkPlan> plans,
        Func<NetworkPlan, INetwork> build,
        RunSettings settings,
        IRunObserver observer,
        IReadOnlyList<long> observeTicks,
        Action<AreaState>? observed,
        CancellationToken stop)
    {
        Hardware.Require();
        (int lanes, int threads) = Lanes(plans, settings);
        Config configuration = ConfigurationFactory.ParseString(
            settings.Configuration + (settings.SerializeMessages ? "\nakka.actor.serialize-messages = on\n" : "\n"))
            .WithFallback(ActorSystems.Configuration(lanes, threads));
        using ActorSystem system = ActorSystem.Create(ActorSystems.Name, configuration);
        try
        {
            IActorRef node = system.ActorOf(Props.Create(() => new NodeActor(build, null, null)), "node");
            NetworkRuns runs = new(system, new LocalNode(node), settings, observer) { ObserveTicks = observeTicks, Observed = observed };
            return await runs.RunAsync(plans, lanes, stop).ConfigureAwait(false);
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }
    }
}
