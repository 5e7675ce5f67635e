using PalActors.Areas.Models.RateCells.Parameters;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>A network of rate cells as a program for torch computes it: every product in every step.</summary>
/// <remarks>Only the product below area 1, which nothing uses, is left out, unless it is asked for.</remarks>
/// <param name="areas">Areas 1 to the top.</param>
/// <param name="network">Parameters.</param>
/// <param name="below">True to compute the error below area 1, as the authors' program does.</param>
internal sealed class TorchNetwork(TorchArea[] areas, RateParameters network, bool below)
{
    private readonly Tensor?[] _next = new Tensor?[areas.Length];
    private bool _begun;

    /// <summary>Areas 1 to the top.</summary>
    public TorchArea[] Areas => areas;

    /// <summary>Takes a step with an input and a target.</summary>
    public void Step(Tensor input, Tensor target)
    {
        foreach (TorchArea area in areas)
        {
            area.Noise?.Step();
            area.Pool?.Noise?.Step();
            area.Pool?.Choose(area.Rates);
        }

        if (below)
            Sent(areas[0]).Dispose();
        for (int i = 0; i < areas.Length; i++)
            _next[i] = i + 1 < areas.Length ? Arriving(areas[i], areas[i + 1]) : OutputError(areas[i], target);
        // From the top, so that each area sees the rates below as the step before left them.
        for (int i = areas.Length - 1; i >= 0; i--)
            Integrate(areas[i], i == 0 ? input : areas[i - 1].RatesOut, _next[i]!);
        for (int i = 1; i < areas.Length; i++)
        {
            if (areas[i].HighPassed is not null)
                areas[i].LearnFeedback(areas[i - 1].NoiseOut!);
        }
    }

    private void Integrate(TorchArea area, Tensor below, Tensor errors)
    {
        area.DriveAndLearn(below, errors);
        if (area.Noise is not null)
            area.Potentials.add_(area.Noise.Now);
        if (network.Path == ErrorPath.Soma)
            area.Potentials.add_(area.Errors);
        area.Errors.Dispose();
        area.Errors = errors;
        area.Pool?.Step();
        area.Activate();
    }

    // q = d~ * back(s), put at the positions of a pool.
    private Tensor Arriving(TorchArea area, TorchArea above)
    {
        Tensor q = Sent(above);
        if (area.Pool is null)
            return area.Slopes is null ? q : q.mul_(area.Slopes);
        Tensor errors = area.Pool.Return(q);
        q.Dispose();
        return errors;
    }

    private Tensor Sent(TorchArea area)
    {
        if (network.Path != ErrorPath.Soma || area.Noise is null)
            return area.Back(area.Errors);
        using Tensor s = area.Errors + area.Noise.Now;
        return area.Back(s);
    }

    private Tensor OutputError(TorchArea top, Tensor target)
    {
        // Before the first step slopes are 0, also those of linear cells.
        bool hasSlopes = network.Target != TargetType.Rate || _begun;
        _begun = true;
        if (!hasSlopes)
            return zeros_like(target);
        Tensor error = target - (network.Target == TargetType.Rate ? top.Rates : top.Potentials);
        error.mul_(network.Beta);
        return network.Target == TargetType.Rate && top.Slopes is not null ? error.mul_(top.Slopes) : error;
    }
}
