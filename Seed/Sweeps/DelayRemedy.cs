using System.Globalization;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>Remedies against delays as the study names them.</summary>
/// <remarks>Their equations are in docs/model.md.</remarks>
public static class DelayRemedy
{
    /// <summary>No remedy.</summary>
    public const string None = "none";

    private const string NoiseLag = "noise_lag";
    private const string InterneuronLag = "interneuron_lag";
    private const string BothLags = "both_lags";
    private const string SlowNoise = "slow_noise";
    private const string Prediction = "prediction";

    /// <summary>Factor of both time constants of the noise under <c>slow_noise</c>.</summary>
    public const double Slower = 10;

    /// <summary>All remedies.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [None, NoiseLag, InterneuronLag, BothLags, SlowNoise, Prediction];

    /// <summary>Changes that a remedy makes in an experiment.</summary>
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
            PlanOption given = experiment.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw new InputException(
                    $"{option} holds '{remedy}', and cells {experiment.Cells.Name} have no {name}; valid is {None}.");
            double time = Slower * double.Parse(given.Values[0], CultureInfo.InvariantCulture);
            yield return new Override(option, name, time.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
