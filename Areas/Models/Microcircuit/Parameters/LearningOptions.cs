using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Rates, decay and filters of the learning rules.</summary>
public sealed record LearningOptions
{
    /// <summary>Binds the options.</summary>
    /// <param name="reader">Options of a plan.</param>
    /// <param name="graph">Areas and pathways.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public LearningOptions(ParameterReader reader, AreaGraph graph)
    {
        EtaFw = new PerPathway<double>(reader.Reals("eta_fw"), graph.Pathways);
        EtaBw = new PerPathway<double>(reader.Reals("eta_bw"), graph.Feedback);
        EtaIP = new PerPathway<double>(reader.Reals("eta_IP"), graph.Feedback);
        EtaPI = new PerPathway<double>(reader.Reals("eta_PI"), graph.Feedback);
        Alpha = new PerPathway<double>(reader.Reals("alpha"), graph.Feedback);
        PyrHiPass = reader.Flag("pyr_hi_pass");
        WLowPass = reader.Flag("dWPP_low_pass");
        WRateLowPass = reader.Flag("dWPP_r_low_pass");
        WPostLowPass = reader.Flag("dWPP_post_low_pass");
        WUseActivation = reader.Flag("dWPP_use_activation");
        GateRegularizer = reader.Flag("gate_regularizer");
        VarphiRegularizer = reader.Flag("varphi_regularizer");
    }

    /// <summary>Learning rate of W of each pathway.</summary>
    public PerPathway<double> EtaFw { get; }

    /// <summary>Learning rate of B of each pathway between areas with cells.</summary>
    public PerPathway<double> EtaBw { get; }

    /// <summary>Learning rate of P of each pathway between areas with cells.</summary>
    public PerPathway<double> EtaIP { get; }

    /// <summary>Learning rate of Q of each pathway between areas with cells.</summary>
    public PerPathway<double> EtaPI { get; }

    /// <summary>Decay of B of each pathway between areas with cells.</summary>
    public PerPathway<double> Alpha { get; }

    /// <summary><c>pyr_hi_pass</c>.</summary>
    public bool PyrHiPass { get; }

    /// <summary><c>dWPP_low_pass</c>.</summary>
    public bool WLowPass { get; }

    /// <summary><c>dWPP_r_low_pass</c>.</summary>
    public bool WRateLowPass { get; }

    /// <summary><c>dWPP_post_low_pass</c>.</summary>
    public bool WPostLowPass { get; }

    /// <summary><c>dWPP_use_activation</c>.</summary>
    public bool WUseActivation { get; }

    /// <summary><c>gate_regularizer</c>.</summary>
    public bool GateRegularizer { get; }

    /// <summary><c>varphi_regularizer</c>.</summary>
    public bool VarphiRegularizer { get; }
}
