using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Makes B the transpose of W above, and Q = -B, in states whose weights were given (BP).</summary>
internal static class CopiedWeights
{
    /// <summary>Replaces B and Q of all pathways with feedback.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="states">States of all areas with cells.</param>
    public static void Apply(AreaGraph graph, IReadOnlyList<AreaState> states)
    {
        foreach (Pathway pathway in graph.Feedback)
        {
            AreaState lower = states.First(state => state.Area == pathway.From);
            AreaState upper = states.First(state => state.Area == pathway.To);
            StateBlock w = upper[CorticalArea.NameOf("W", graph.In(pathway.To).Count, pathway.From)];
            double[] b = Transpose(w);
            int above = graph.Out(pathway.From).Count;
            Replace(lower, CorticalArea.NameOf("B", above, pathway.To), b);
            Replace(lower, CorticalArea.NameOf("Q", above, pathway.To), [.. b.Select(value => -value)]);
        }
    }

    private static double[] Transpose(StateBlock w)
    {
        double[] b = new double[w.Values.Length];
        for (int i = 0; i < w.Rows; i++)
        {
            for (int j = 0; j < w.Columns; j++)
                b[(j * w.Rows) + i] = w.Values[(i * w.Columns) + j];
        }

        return b;
    }

    private static void Replace(AreaState state, string name, double[] values)
    {
        int place = Array.FindIndex(state.Blocks, block => block.Name == name);
        state.Blocks[place] = state.Blocks[place] with { Values = values };
    }
}
