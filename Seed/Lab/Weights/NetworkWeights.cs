using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Recording;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Takes the weights out of the states of a network.</summary>
internal static class NetworkWeights
{
    /// <summary>Name of a network in files.</summary>
    public static string NameOf(NetworkPlan plan) => Hdf5Groups.NameOf(plan.Label, plan.Seed);

    /// <summary>Name of an area in files, as in recordings: that of the area, in a chain <c>area_N</c>.</summary>
    public static string AreaName(AreaGraph graph, int area) => graph.IsChain ? Numbered(area) : graph.Name(area);

    /// <summary>The area of a name in files; null if there is none.</summary>
    /// <remarks>In files of earlier versions areas of graphs have numbers too.</remarks>
    public static int? AreaOf(AreaGraph graph, string name)
    {
        foreach (Func<int, string> naming in (Func<int, string>[])[graph.Name, Numbered])
        {
            if (graph.WithCells.Where(area => naming(area) == name).ToArray() is [int found])
                return found;
        }

        return null;
    }

    /// <summary>Name of a matrix without the other area of its pathway.</summary>
    public static string BaseName(string block) => block.Split('@')[0];

    /// <summary>Checks whether a block of a state is one of weights.</summary>
    public static bool IsWeights(IAreaModel cells, StateBlock block) =>
        cells.Weights.Contains(BaseName(block.Name));

    /// <summary>Takes them out, brought up to date with what kernels have put off.</summary>
    /// <remarks>An area at a time is built, restored and asked: no more than one is in memory besides.</remarks>
    /// <param name="models">The cell models.</param>
    /// <param name="plan">The network.</param>
    /// <param name="states">States of its areas.</param>
    public static IReadOnlyList<StoredMatrix> Of(
        ModelRegistry models, NetworkPlan plan, IEnumerable<AreaState> states)
    {
        IAreaModel cells = models.Of(plan);
        if (cells.Weights.Count == 0)
            return [];
        bool isSingle = IsSingle(plan);
        INetwork network = models.Bind(plan, SpareThreads.None);
        List<StoredMatrix> matrices = [];
        foreach (AreaState state in states)
        {
            IArea area = network.BuildArea(state.Area);
            area.Restore(state);
            foreach (StateBlock block in OnlyWeights(cells, area.Capture(CaptureKind.Observed)).Blocks)
                matrices.Add(Matrix(plan, state.Area, block, isSingle));
        }

        return matrices;
    }

    /// <summary>Takes them out of states that were captured for observers, which have them up to date.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="states">States of its areas.</param>
    public static IReadOnlyList<StoredMatrix> OfObserved(NetworkPlan plan, IEnumerable<AreaState> states)
    {
        bool isSingle = IsSingle(plan);
        return
        [
            .. from state in states
               from block in state.Blocks
               select Matrix(plan, state.Area, block, isSingle),
        ];
    }

    /// <summary>A state without anything but its weights.</summary>
    public static AreaState OnlyWeights(IAreaModel cells, AreaState state) =>
        state with { Blocks = [.. state.Blocks.Where(block => IsWeights(cells, block))] };

    /// <summary>Name of an area by its number.</summary>
    public static string Numbered(int area) => string.Create(CultureInfo.InvariantCulture, $"area_{area}");

    private static bool IsSingle(NetworkPlan plan) =>
        plan.Options.Any(option => option is { Name: "precision", Values: ["single"] });

    private static StoredMatrix Matrix(NetworkPlan plan, int area, StateBlock block, bool isSingle)
    {
        bool areFloats = isSingle && Array.TrueForAll(block.Values, value => (float)value == value);
        return new StoredMatrix(
            NameOf(plan), AreaName(plan.Graph, area), block.Name, block.Rows, block.Columns, block.Values, areFloats);
    }
}
