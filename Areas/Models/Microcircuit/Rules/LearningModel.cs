using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Learning model: which rule each projection of an area follows, and what else distinguishes it.</summary>
/// <param name="Name">Name in experiment files.</param>
/// <param name="Feedback">Makes the rule of B of a pathway.</param>
/// <param name="UsesNoise">Whether the apical dendrites carry noise.</param>
public sealed record LearningModel(
    string Name,
    Func<MicrocircuitParameters, Pathway, IHiddenRule> Feedback,
    bool UsesNoise = false)
{
    /// <summary>Makes the rule of W.</summary>
    public Func<MicrocircuitParameters, Pathway, IForwardRule> Forward { get; init; } =
        (parameters, pathway) => new ForwardRule(parameters, pathway);

    /// <summary>Makes the rule of P.</summary>
    public Func<MicrocircuitParameters, Pathway, IHiddenRule> Lateral { get; init; } =
        (parameters, pathway) => new LateralRule(parameters, pathway);

    /// <summary>Makes the rule of Q.</summary>
    public Func<MicrocircuitParameters, Pathway, IHiddenRule> Cancellation { get; init; } =
        (parameters, pathway) => new CancellationRule(parameters, pathway);

    /// <summary>Makes, in place of <see cref="Feedback"/>, what copies W of the area above; or null.</summary>
    public Func<MicrocircuitParameters, Pathway, WeightTransportRule>? Transport { get; init; }

    /// <summary>Parameters of its rules alone; each has a default.</summary>
    /// <remarks>
    /// A rule reads them with <see cref="MicrocircuitParameters.Values"/>. They are keys of experiments that run this
    /// model, whatever their <see cref="ParameterDescriptor.UsedBy"/> says.
    /// </remarks>
    public ParameterTable Parameters { get; init; } = ParameterTable.Empty;

    /// <summary>Indicates whether B is a copy of W^T of the area above, and Q its negative.</summary>
    public bool TransportsWeights => Transport is not null;

    /// <summary>Makes every rule once, so that what it refuses is known before a start, and checks the step.</summary>
    /// <exception cref="ParameterException">A rule refuses a parameter, or a time constant the step.</exception>
    public void Check(MicrocircuitParameters parameters)
    {
        TimeConstants.Check(parameters, UsesNoise);
        foreach ((_, MicrocircuitParameters later) in parameters.Later)
            Check(later);
        foreach (Pathway pathway in parameters.Graph.Pathways)
            Forward(parameters, pathway);
        foreach (Pathway pathway in parameters.Graph.Feedback)
        {
            Feedback(parameters, pathway);
            Transport?.Invoke(parameters, pathway);
            Lateral(parameters, pathway);
            Cancellation(parameters, pathway);
        }
    }
}
