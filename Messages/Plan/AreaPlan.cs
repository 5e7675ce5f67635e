namespace PalActors.Messages.Plan;

/// <summary>An area of a graph, besides its number of cells.</summary>
/// <param name="Name">Name in experiments and results.</param>
/// <param name="Inputs">Columns of the data that an input area shows; empty for an area with cells.</param>
/// <param name="Target">Columns of the data's targets that an area is given; empty for none.</param>
/// <param name="IsReadOut">
/// True for the area that classes are read out of; by default it is the only one with a target.
/// </param>
public sealed record AreaPlan(string Name, int[] Inputs, int[] Target, bool IsReadOut = false)
{
    /// <summary>True for an input area, which has a stimulus and no cells.</summary>
    public bool IsInput => Inputs.Length > 0;
}
