namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Learning model as the initial draws of torch see it: which feedback matrices it draws, and when.</summary>
public enum TorchFeedback
{
    /// <summary>None: backpropagation.</summary>
    None,

    /// <summary>Fixed matrices to the area below, drawn before the biases of a dense area: FA.</summary>
    Fixed,

    /// <summary>Fixed matrices from the top to every area, drawn after all areas: DFA.</summary>
    Direct,

    /// <summary>Learned matrices to the area below, drawn after the biases: PAL.</summary>
    Learned,
}
