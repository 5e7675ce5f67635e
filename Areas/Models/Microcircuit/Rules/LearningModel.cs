using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Learning model: which rule each projection of an area follows, and what else distinguishes it.</summary>
/// <param name="Name">Name in experiment files.</param>
/// <param name="Feedback">Makes the rule of B of a hidden area.</param>
/// <param name="UsesNoise">Whether the apical dendrites carry noise.</param>
public sealed record LearningModel(
    string Name,
    Func<MicrocircuitParameters, int, IHiddenRule> Feedback,
    bool UsesNoise = false)
{
    /// <summary>Makes the rule of W.</summary>
    public Func<MicrocircuitParameters, int, IForwardRule> Forward { get; init; } =
        (parameters, area) => new ForwardRule(parameters, area);

    /// <summary>Makes the rule of P.</summary>
    public Func<MicrocircuitParameters, int, IHiddenRule> Lateral { get; init; } =
        (parameters, area) => new LateralRule(parameters, area);

    /// <summary>Makes the rule of Q.</summary>
    public Func<MicrocircuitParameters, int, IHiddenRule> Cancellation { get; init; } =
        (parameters, area) => new CancellationRule(parameters, area);

    /// <summary>Makes, in place of <see cref="Feedback"/>, what copies W of the area above; or null.</summary>
    public Func<MicrocircuitParameters, int, WeightTransportRule>? Transport { get; init; }

    /// <summary>Indicates whether B is a copy of W^T of the area above, and Q its negative.</summary>
    public bool TransportsWeights => Transport is not null;

    /// <summary>Makes every rule once, so that what it refuses is known before a start, and checks the step.</summary>
    /// <exception cref="ParameterException">A rule refuses a parameter, or a time constant the step.</exception>
    public void Check(MicrocircuitParameters parameters)
    {
        TimeConstants.Check(parameters, UsesNoise);
        for (int area = 1; area <= parameters.Top; area++)
        {
            Forward(parameters, area);
            if (area == parameters.Top)
                continue;
            Feedback(parameters, area);
            Transport?.Invoke(parameters, area);
            Lateral(parameters, area);
            Cancellation(parameters, area);
        }
    }
}
