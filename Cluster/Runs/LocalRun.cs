using System.Diagnostics;
using Akka.Actor;
using Akka.Configuration;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>A run in this process: all areas on one node, no remoting, no port.</summary>
public static class LocalRun
{
    private static readonly TimeSpan s_end = TimeSpan.FromSeconds(30);

    /// <summary>Runs networks, as many side by side as there are lanes, until they end or are stopped.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="settings">Settings of the run on this machine.</param>
    /// <param name="observer">Observer of the run.</param>
    /// <param name="stop">
    /// Stops every network at a tick boundary common to its areas; those not begun are left out.
    /// </param>
    /// <returns>Outcomes in the order of the plans.</returns>
    /// <exception cref="RunFailedException">A network failed; the others are stopped.</exception>
    public static async Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        ModelRegistry models,
        IReadOnlyList<NetworkPlan> plans,
        RunSettings settings,
        IRunObserver observer,
        CancellationToken stop)
    {
        int cores = Environment.ProcessorCount;
        int lanes = Math.Clamp(settings.Lanes, 1, plans.Count);
        int threads = settings.ThreadsPerNetwork
            ?? LaneRule.Threads(plans.Select(plan => PlanFootprints.Of(models, plan)), lanes, cores);
        SpareThreads spare = LaneRule.Spare(lanes, threads, cores, settings.RowThreads) with
        {
            DrawsAhead = settings.DrawAhead ?? lanes * threads < cores,
        };
        LogSetup log = new(settings.Log);
        Config configuration = ConfigurationFactory.ParseString(
            settings.Configuration + (settings.SerializeMessages ? "\nakka.actor.serialize-messages = on\n" : "\n")
            + log.Configuration)
            .WithFallback(ActorSystems.Configuration(lanes, threads));
        using Activity? span = Instruments.StartRun(plans, nodes: 0);
        ActorSystem system =
            ActorSystem.Create(ActorSystems.Name, BootstrapSetup.Create().WithConfig(configuration).And(log));
        settings.Status.Enter(RunPhase.Running);
        try
        {
            IActorRef node = system.ActorOf(Props.Create(() => new NodeActor(models, spare, null, null)), "node");
            MeteredObserver metered = new(observer, models, plans, settings.Status);
            NetworkRuns runs = new(system, models, new LocalNode(node), settings, metered);
            return await runs.RunAsync(plans, lanes, stop).ConfigureAwait(false);
        }
        finally
        {
            settings.Status.Enter(RunPhase.Over);
            // An actor that hangs would keep it for ever.
            await Task.WhenAny(system.Terminate(), Task.Delay(s_end, CancellationToken.None)).ConfigureAwait(false);
        }
    }
}
