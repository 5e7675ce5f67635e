using PalActors.Areas.Models.RateCells.Legacy;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells;

/// <summary>Random numbers of a plan, by its generator: samples in their order, initial weights and noise.</summary>
internal sealed class RateDraws
{
    private readonly TorchStart? _torch;
    private readonly NetworkPlan _plan;
    private readonly RateParameters _parameters;

    /// <summary>Prepares the draws of a plan.</summary>
    public RateDraws(NetworkPlan plan, RateParameters parameters)
    {
        (_plan, _parameters) = (plan, parameters);
        _torch = parameters.Generator == RandomGenerators.TorchLegacy ? new TorchStart(plan, parameters) : null;
    }

    /// <summary>Creates the source of initial weights and noise.</summary>
    public IRateSource CreateSource() =>
        _torch is null ? new PlannedSource(_plan, _parameters) : new TorchSource(_torch, _parameters);

    /// <summary>Creates the samples, divided and in the order of the schedule.</summary>
    public PlannedSamples CreateSamples()
    {
        if (_torch is null)
            return new PlannedSamples(_plan, new CounterOrder(_plan.Schedule, _plan.Seed), teacher: null);
        TorchOrder order = new(_plan, _torch);
        return new PlannedSamples(_plan, order, teacher: null, order);
    }
}
