using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Noise xi of the apical dendrites.</summary>
public sealed record NoiseOptions
{
    /// <summary>Binds the options.</summary>
    /// <param name="reader">Options of a plan.</param>
    /// <param name="graph">Areas and pathways.</param>
    /// <param name="dt">A tick, ms.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public NoiseOptions(ParameterReader reader, AreaGraph graph, double dt)
    {
        Interval = TickText.Whole("dtxi", reader.Real("dtxi"), dt, 1);
        TauXi = reader.Real("tauxi");
        Type = reader.Word("noise_type");
        Mode = reader.Word("noise_mode");
        Scale = new PerArea<double>(reader.Reals("noise_scale"), graph.Hidden);
    }

    /// <summary>Names of the processes.</summary>
    public static string[] Types { get; } = ["OU", "hold_white_noise"];

    /// <summary>Names of the modes.</summary>
    public static string[] Modes { get; } = ["const", "uP", "uP_breve", "vapi"];

    /// <summary>Ticks between draws, dtxi/dt.</summary>
    public int Interval { get; }

    /// <summary>Time constant, ms.</summary>
    public double TauXi { get; }

    /// <summary>Process, one of <see cref="Types"/>.</summary>
    public string Type { get; }

    /// <summary>Quantity that scales the noise, one of <see cref="Modes"/>.</summary>
    public string Mode { get; }

    /// <summary>Amplitude of each hidden area.</summary>
    public PerArea<double> Scale { get; }
}
