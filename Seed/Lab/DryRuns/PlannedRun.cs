using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Nodes;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Lab.DryRuns;

/// <summary>A run as it is planned: its kinds of networks, processes and threads.</summary>
internal sealed class PlannedRun
{
    /// <summary>Plans a run.</summary>
    /// <param name="read">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="place">Place of the run.</param>
    /// <param name="cores">Cores of each machine.</param>
    public PlannedRun(Experiment read, IReadOnlyList<NetworkPlan> plans, RunPlace place, int cores)
    {
        (Read, Plans, Place) = (read, plans, place);
        Seats = NodeSeats.Of(place);
        Kinds = [.. plans.GroupBy(plan => plan.Label).Select(group => Kind([.. group]))];
        Largest = Kinds.MaxBy(kind => kind.State)!;
        SideBySide = Math.Min(cores, plans.Count);
        IEnumerable<IReadOnlyList<AreaFootprint>> areas = Kinds.Select(kind => kind.Placed.Areas);
        Threads = HasNodes ? 1 : LaneRule.Threads(areas, SideBySide, cores);
        Spare = LaneRule.Spare(SideBySide, Threads, Math.Min(cores, Environment.ProcessorCount)) with
        {
            DrawsAhead = !HasNodes && SideBySide * Threads < cores,
        };
    }

    /// <summary>The experiment.</summary>
    public Experiment Read { get; }

    /// <summary>All networks.</summary>
    public IReadOnlyList<NetworkPlan> Plans { get; }

    /// <summary>Place of the run.</summary>
    public RunPlace Place { get; }

    /// <summary>The networks, one of each kind.</summary>
    public IReadOnlyList<PlannedKind> Kinds { get; }

    /// <summary>The kind with the most state.</summary>
    public PlannedKind Largest { get; }

    /// <summary>Processes that may host areas.</summary>
    public NodeRef[] Seats { get; }

    /// <summary>Networks that run at a time.</summary>
    public int SideBySide { get; }

    /// <summary>Threads of a process that compute areas of one network.</summary>
    public int Threads { get; }

    /// <summary>Threads that areas use besides.</summary>
    public SpareThreads Spare { get; }

    /// <summary>True if there are area nodes.</summary>
    public bool HasNodes => Place.Nodes is not null;

    // Nodes are numbered as seats, since those in use are the first ones.
    private PlannedKind Kind(NetworkPlan[] plans)
    {
        NetworkPlan plan = plans[0];
        IReadOnlyList<AreaFootprint> areas = Read.Cells.Footprints(plan);
        LinkOptions links = LinkOptions.Of(plan);
        (_, int[] nodeOfArea) = NodeSeats.Place(plan.Graph, areas, Read.Placement, Seats);
        return new PlannedKind(
            plan, plans.Length,
            new PlacedNetwork(
                plan.Graph, areas, PlannedLinks.Of(areas, links), links.IsFree, nodeOfArea, Place.Execution));
    }
}
