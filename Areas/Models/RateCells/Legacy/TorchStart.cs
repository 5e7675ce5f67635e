using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Draws;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Legacy;

/// <summary>What the authors' program draws before its first step: initial weights, and its stream then.</summary>
internal sealed class TorchStart
{
    private readonly NetworkPlan _plan;
    private readonly RateParameters _parameters;
    private readonly Lazy<(PerArea<TorchWeights?> Weights, TorchState Stream)> _drawn;

    /// <summary>Prepares the draws of a network; they are made when they are first needed.</summary>
    public TorchStart(NetworkPlan plan, RateParameters parameters)
    {
        (_plan, _parameters) = (plan, parameters);
        Areas = new TorchAreas(parameters);
        _drawn = new(Draw);
    }

    /// <summary>The network's areas as they are drawn.</summary>
    public TorchAreas Areas { get; }

    /// <summary>Weights by place among the areas; null for a pool.</summary>
    public PerArea<TorchWeights?> Weights => _drawn.Value.Weights;

    /// <summary>Creates a cursor at the start of the run.</summary>
    public TorchCursor CreateCursor() => new(
        _plan.Schedule,
        () => new TorchStream(new TorchGenerator(_drawn.Value.Stream), Areas.All, _parameters.Batch),
        _parameters.IsPal);

    private (PerArea<TorchWeights?> Weights, TorchState Stream) Draw()
    {
        TorchGenerator random = new(unchecked((long)_plan.Seed));
        TorchFeedback feedback = _parameters.Algorithm switch
        {
            RateAlgorithm.PAL => TorchFeedback.Learned,
            RateAlgorithm.FA => TorchFeedback.Fixed,
            RateAlgorithm.DFA => TorchFeedback.Direct,
            _ => TorchFeedback.None,
        };
        PerArea<TorchWeights?> weights = TorchInitial.Draw(random, Areas.All, feedback, _parameters.WeightSd);
        return (weights, random.Capture());
    }
}
