using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>State before tick 1.</summary>
public sealed record InitialOptions
{
    /// <summary>Binds the options.</summary>
    /// <param name="reader">Options of a plan.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public InitialOptions(ParameterReader reader)
    {
        SelfPredicting = reader.Flag("init_in_SPS");
        W = reader.Range("init_WPP_range");
        P = reader.Range("init_WIP_range");
        B = reader.Range("init_BPP_range");
        Q = reader.Range("init_BPI_range");
        foreach (string matrix in new[] { "WPP", "WIP", "BPP", "BPI" })
            reader.Range($"init_teacher_{matrix}_range");
        NormalPotentials = reader.Word("init_potentials") == "normal";
    }

    /// <summary><c>init_in_SPS</c>: P and Q follow from W and B.</summary>
    public bool SelfPredicting { get; }

    /// <summary>Range of W.</summary>
    public (double Low, double High) W { get; }

    /// <summary>Range of P.</summary>
    public (double Low, double High) P { get; }

    /// <summary>Range of B.</summary>
    public (double Low, double High) B { get; }

    /// <summary>Range of Q.</summary>
    public (double Low, double High) Q { get; }

    /// <summary>Indicates whether potentials are standard normal instead of zero.</summary>
    public bool NormalPotentials { get; }
}
