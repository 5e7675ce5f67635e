using PalActors.Areas.Models.Microcircuit.Remedies;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Plain names of the blocks of a state: those of observables, and of what cannot be recorded.</summary>
public static class StateMeaning
{
    private static readonly Dictionary<string, string> s_others = new()
    {
        ["D_B"] = "low-passed update of the copy of W",
        ["u_prev"] = "somata of the pyramidal cells one tick before",
        ["e"] = "error factors of the last update of W",
        ["f"] = "low-passed rates of the area below",
        ["g"] = "low-passed errors",
        ["block_r"] = "rates of the area below in a block",
        ["block_e"] = "error factors in a block",
        ["W_r"] = "basal sums of a held input",
        ["D_r"] = "sums of low-passed updates of a held input",
        ["E"] = "filtered errors of a held input",
        ["F"] = "accumulated errors of a held input",
        ["r_r"] = "squared norm of a held input",
        ["read_out_sum"] = "read-out",
        ["v_prev"] = "somata of the interneurons one tick before",
        ["r_above"] = "rates of the area above",
        ["r_history"] = "earlier rates",
    };

    /// <summary>Plain name of a block, or null for counters, which are always finite.</summary>
    /// <param name="block">Name of the block in a state.</param>
    public static string? Of(string block)
    {
        // Of several pathways each block ends in the number of the other area.
        block = block.Split('@')[0];
        if (ObservableTable.All.FirstOrDefault(observable => observable.Symbol == block) is { } observable)
            return observable.Description.Split(',')[0];
        string name = block.StartsWith("r_history", StringComparison.Ordinal) ? "r_history" : block;
        return s_others.GetValueOrDefault(name) ?? RemedyTable.MeaningOf(name);
    }
}
