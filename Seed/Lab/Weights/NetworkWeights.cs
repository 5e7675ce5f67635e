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

    /// <summary>Name of an area in files.</summary>
    public static string AreaName(int area) => string.Create(CultureInfo.InvariantCulture, $"area_{area}");

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
        bool isSingle = plan.Options.Any(option => option is { Name: "precision", Values: ["single"] });
        INetwork network = models.Bind(plan, SpareThreads.None);
        List<StoredMatrix> matrices = [];
        foreach (AreaState state in states)
        {
            IArea area = network.BuildArea(state.Area);
            area.Restore(state);
            foreach (StateBlock block in area.Capture(CaptureKind.Observed).Blocks.Where(one => IsWeights(cells, one)))
            {
                bool areFloats = isSingle && Array.TrueForAll(block.Values, value => (float)value == value);
                matrices.Add(new StoredMatrix(
                    NameOf(plan), AreaName(state.Area), block.Name, block.Rows, block.Columns, block.Values,
                    areFloats));
            }
        }

        return matrices;
    }
}
