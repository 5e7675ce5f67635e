using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Remedies against delays.</summary>
public sealed record RemedyOptions
{
    /// <summary>Binds the options.</summary>
    /// <param name="reader">Options of a plan.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public RemedyOptions(ParameterReader reader)
    {
        NoiseLag = reader.Word("noise_lag") == "round_trip";
        InterneuronLag = reader.Word("interneuron_lag") == "round_trip";
        LinearPrediction = reader.Word("prediction") == "linear";
        TauPrediction = reader.Real("tau_prediction");
        AlignedTarget = reader.Word("target_delay") == "aligned";
    }

    /// <summary><c>noise_lag</c>: the rule of B uses xi(t - D), D the round trip.</summary>
    public bool NoiseLag { get; }

    /// <summary><c>interneuron_lag</c>: r(t - D) drives the interneurons.</summary>
    public bool InterneuronLag { get; }

    /// <summary><c>prediction</c>: the potentials above are extrapolated over their delay.</summary>
    public bool LinearPrediction { get; }

    /// <summary>Time constant of the slope of the prediction, ms.</summary>
    public double TauPrediction { get; }

    /// <summary><c>target_delay</c>: target and read-out act when what the input caused is at the top.</summary>
    public bool AlignedTarget { get; }
}
