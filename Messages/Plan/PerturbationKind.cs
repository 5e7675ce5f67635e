namespace PalActors.Messages.Plan;

/// <summary>Kind of a perturbation.</summary>
public enum PerturbationKind
{
    /// <summary>Cells of an area are silent.</summary>
    Cells,

    /// <summary>Nothing arrives along a pathway, up or down.</summary>
    Pathway,

    /// <summary>A rule of a pathway rests.</summary>
    Rule,
}
