using System.Globalization;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>A remedy against delays as the study names it (docs/model.md has the equations), and what it changes in an experiment.</summary>
public static class DelayRemedy
{
    /// <summary>No remedy.</summary>
    public const string None = "none";

    private const string NoiseLag = "noise_lag";
    private const string InterneuronLag = "interneuron_lag";
    private const string BothLags = "both_lags";
    private const string SlowNoise = "slow_noise";
    private const string Prediction = "prediction";

    /// <summary>Both time constants of the slow noise are so many times the experiment's.</summary>
    public const double Slower = 10;

    /// <summary>All remedies.</summary>
    public static IReadOnlyList<string> Names { get; } = [None, NoiseLag, InterneuronLag, BothLags, SlowNoise, Prediction];

    /// <summary>What a remedy changes.</summary>
    /// <param name="option">The option that asked for it, for error messages.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="remedy">One of <see cref="Names"/>.</param>
    public static IEnumerable<Override> Changes(string option, Experiment experiment, string remedy)
    {
        if (remedy is NoiseLag or BothLags)
            yield return new Override(option, "noise_lag", "round_trip");
        if (remedy is InterneuronLag or BothLags)
            yield return new Override(option, "interneuron_lag", "round_trip");
        if (remedy is Prediction)
            yield return new Override(option, "prediction", "linear");
        if (remedy is not SlowNoise)
            yield break;
        foreach (string name in new[] { "tauxi", "tauHP" })
        {
            double time = double.Parse(experiment.Parameters.First(parameter => parameter.Name == name).Values[0], CultureInfo.InvariantCulture);
            yield return new Override(option, name, (Slower * time).ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
