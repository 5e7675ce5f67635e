using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Time constants (ms), conductances (1/ms) and activation of the cells.</summary>
public sealed record MembraneOptions
{
    /// <summary>Binds the options.</summary>
    /// <param name="reader">Options of a plan.</param>
    /// <param name="graph">Areas and pathways.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public MembraneOptions(ParameterReader reader, AreaGraph graph)
    {
        TauHP = reader.Real("tauHP");
        TauLO = reader.Real("tauLO");
        Taur = reader.Real("taur");
        Gl = reader.Real("gl");
        Gbas = reader.Real("gbas");
        Gapi = reader.Real("gapi");
        Gden = reader.Real("gden");
        GnI = reader.Real("gnI");
        Gntgt = reader.Real("gntgt");
        Activation = new PerArea<string>(reader.Words("activation"), graph.WithCells);
        InterLowPass = reader.Flag("inter_low_pass");
    }

    /// <summary>Time constant of the high-pass, ms.</summary>
    public double TauHP { get; }

    /// <summary>Time constant of the low-passes, ms.</summary>
    public double TauLO { get; }

    /// <summary>Prospective coding: factor k of the look-ahead.</summary>
    public double Taur { get; }

    /// <summary>Leak conductance.</summary>
    public double Gl { get; }

    /// <summary>Basal conductance.</summary>
    public double Gbas { get; }

    /// <summary>Apical conductance.</summary>
    public double Gapi { get; }

    /// <summary>Interneuron dendrite conductance.</summary>
    public double Gden { get; }

    /// <summary>Interneuron nudging conductance.</summary>
    public double GnI { get; }

    /// <summary>Target nudging conductance.</summary>
    public double Gntgt { get; }

    /// <summary>Name of the activation of each area with cells.</summary>
    public PerArea<string> Activation { get; }

    /// <summary><c>inter_low_pass</c>.</summary>
    public bool InterLowPass { get; }
}
