using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Puts matrices of a source into the states that a network begins from.</summary>
/// <param name="from">What is taken.</param>
/// <param name="stored">The matrices.</param>
internal sealed class WeightBinding(WeightsFrom from, StoredWeights stored)
{
    /// <summary>States of a network before tick 1, with its own initial values.</summary>
    public static AreaState[] Initial(ModelRegistry models, NetworkPlan plan)
    {
        INetwork network = models.Bind(plan, SpareThreads.None);
        return [.. plan.Graph.WithCells.Select(area => network.BuildArea(area).Capture(CaptureKind.State))];
    }

    /// <summary>Puts the matrices into the states of a network.</summary>
    /// <param name="cells">Its cell model.</param>
    /// <param name="plan">The network.</param>
    /// <param name="start">Its states before tick 1, which change.</param>
    /// <returns>Names of the weights that stay as they were drawn.</returns>
    /// <exception cref="InputException">A name or shape is none of the network's.</exception>
    public IReadOnlyList<string> Apply(IAreaModel cells, NetworkPlan plan, IReadOnlyList<AreaState> start)
    {
        HashSet<string> drawn =
        [
            .. from state in start
               from block in state.Blocks
               where NetworkWeights.IsWeights(cells, block)
               select $"{NetworkWeights.AreaName(plan.Graph, state.Area)}/{block.Name}",
        ];
        if (drawn.Count == 0)
            throw Error($"cells {cells.Name} have no weights to give; valid is an experiment without weights");
        foreach ((StoredMatrix matrix, AreaState state, int block) in Chosen(cells, plan, start))
        {
            state.Blocks[block] = state.Blocks[block] with { Values = [.. matrix.Values] };
            drawn.Remove($"{NetworkWeights.AreaName(plan.Graph, state.Area)}/{matrix.Name}");
        }

        cells.CopyWeights(plan, start);
        return [.. drawn];
    }

    private List<(StoredMatrix Matrix, AreaState State, int Block)> Chosen(
        IAreaModel cells, NetworkPlan plan, IReadOnlyList<AreaState> start)
    {
        List<(StoredMatrix, AreaState, int)> chosen = [];
        HashSet<string> unused = [.. from.Only];
        string network = Network(plan);
        foreach (StoredMatrix matrix in stored.Matrices.Where(one => one.Network == network))
        {
            AreaState state = StateOf(matrix, plan.Graph, start);
            string area = NetworkWeights.Numbered(state.Area), name = plan.Graph.Name(state.Area);
            string[] names =
            [
                area, name, matrix.Name, NetworkWeights.BaseName(matrix.Name),
                $"{area}/{matrix.Name}", $"{name}/{matrix.Name}",
            ];
            int block = BlockOf(matrix, cells, state);
            if (from.Only.Count > 0 && !from.Only.Any(names.Contains))
                continue;
            unused.ExceptWith(names);
            CheckShape(matrix, state.Blocks[block]);
            chosen.Add((matrix, state, block));
        }

        if (unused.Count > 0)
        {
            IEnumerable<string> valid = stored.Matrices.Where(one => one.Network == network).Select(one => one.Place);
            throw Error(
                $"only names '{unused.First()}', which the source has not; valid is an area, a matrix, or one of "
                + string.Join(", ", valid));
        }

        return chosen;
    }

    private string Network(NetworkPlan plan)
    {
        string own = NetworkWeights.NameOf(plan), wanted = from.Network ?? own;
        if (stored.Networks.Contains(wanted))
            return wanted;
        if (from.Network is null && stored.Networks is [string only])
            return only;
        string problem = from.Network is null
            ? $"the source has several networks and none is {own}; valid is weights.network with"
            : $"network is '{from.Network}', which the source has not; valid is";
        throw Error($"{problem} one of {string.Join(", ", stored.Networks)}");
    }

    private AreaState StateOf(StoredMatrix matrix, AreaGraph graph, IReadOnlyList<AreaState> start)
    {
        int? area = NetworkWeights.AreaOf(graph, matrix.Area);
        return start.FirstOrDefault(one => one.Area == area) ?? throw Error(
            $"{matrix.FullName} is of an area that the network has not; valid is one of "
            + string.Join(", ", start.Select(one => NetworkWeights.AreaName(graph, one.Area))));
    }

    private int BlockOf(StoredMatrix matrix, IAreaModel cells, AreaState state)
    {
        int block = Array.FindIndex(
            state.Blocks, one => one.Name == matrix.Name && NetworkWeights.IsWeights(cells, one));
        if (block >= 0)
            return block;
        IEnumerable<StateBlock> valid = state.Blocks.Where(one => NetworkWeights.IsWeights(cells, one));
        throw Error(
            $"{matrix.FullName} is a matrix that the area has not; valid is one of "
            + string.Join(", ", valid.Select(one => one.Name)));
    }

    private void CheckShape(StoredMatrix matrix, StateBlock block)
    {
        if (matrix.Rows != block.Rows || matrix.Columns != block.Columns)
        {
            throw Error(
                $"{matrix.FullName} is {matrix.Rows} x {matrix.Columns}; "
                + $"valid is {block.Rows} x {block.Columns}, post-synaptic cells x pre-synaptic ones");
        }
    }

    private InputException Error(string problem) => new($"weights from {stored.Source}: {problem}.");
}
