namespace PalActors.Areas.Contract.Models;

/// <summary>A learning rule of a cell model that an experiment may freeze.</summary>
/// <param name="Name">Name in experiments, that of the weights that it changes.</param>
/// <param name="IsOfUpperArea">True if its weights are those of the upper area of a pathway; else of the lower.</param>
/// <param name="IsOfInputs">True if pathways from an input area have it too.</param>
public sealed record RuleDescriptor(string Name, bool IsOfUpperArea, bool IsOfInputs)
{
    /// <summary>Learning models in which its weights are copies that follow others, so that it cannot rest.</summary>
    public IReadOnlyList<string> CopiedBy { get; init; } = [];
}
