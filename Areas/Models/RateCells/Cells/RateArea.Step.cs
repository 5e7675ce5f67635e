using System.Runtime.InteropServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Networks;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <content>The tick.</content>
internal sealed partial class RateArea<T>
{
    // Null where it is always zero.
    private T[]? ColouredNoise => _noise is { IsActive: true } ? _noise.Next : null;

    /// <inheritdoc/>
    public void Present(in TickContext tick, in Arrivals from)
    {
        TakeTarget(tick, from[RatePorts.Above]);
        _output!.Compute(_error, (tick.Flags & TickFlags.Target) != 0);
        _perturbation?.Silence(tick.Tick, _error);
    }

    /// <inheritdoc/>
    public void Emit(in TickContext tick, in Emission to)
    {
        AdaptNoise(tick.Tick);
        _noise?.Prepare(tick.Tick);
        _pool?.Noise?.Prepare(tick.Tick);
        _white?.Prepare(tick.Tick);
        for (int port = 0; port < Ports.Outgoing.Count; port++)
        {
            Span<T> part = MemoryMarshal.Cast<double, T>(to.Part(port, 0));
            if (Ports.Outgoing[port].Receiver > Index)
            {
                RatesOut.CopyTo(part);
                continue;
            }

            EmitDown(part, tick.Tick, (tick.Flags & TickFlags.Noise) != 0);
            if (_parameters.IsPal)
                _cells.Rates.CopyTo(MemoryMarshal.Cast<double, T>(to.Part(port, 1)));
        }
    }

    /// <inheritdoc/>
    public void Integrate(in TickContext tick, in Arrivals from)
    {
        bool noise = (tick.Flags & TickFlags.Noise) != 0, learns = (tick.Flags & TickFlags.LearnForward) != 0;
        TakeBelow(tick, from[RatePorts.Below]);
        AdaptRates(tick.Tick);
        T[] arrived = _perturbation?.IsCutBelow(tick.Tick) ?? false ? _perturbation.Nothing : _below.Values;
        T[] below = _remedies?.Below(arrived) ?? arrived;
        if (_output is not null)
            OutputErrors(tick, from[RatePorts.Above]);
        else
            TakeAbove(tick, from[RatePorts.Above]);
        _pool?.Choose(_cells.Rates);
        if (_output is null && !_parameters.IsDirectFeedback)
            ErrorsFromAbove();
        _pool?.Step(_cells.Derivatives, ColouredNoise, noise);
        Potentials(arrived, noise);
        Silence(tick.Tick);
        _traced?.Step(_cells);
        if (_output is null && _parameters.IsDirectFeedback)
            DirectErrors();
        _perturbation?.Silence(tick.Tick, _error);
        _error = _cells.ExchangeErrors(_error);
        if (learns && !(_perturbation?.RestsW(tick.Tick) ?? false))
            LearnForward(below);
        _noise?.Advance();
        _pool?.Noise?.Advance();
        _learnsFeedback = (tick.Flags & TickFlags.LearnBackward) != 0;
        Tick = tick.Tick;
        _readOut?.Take(tick);
    }

    /// <inheritdoc/>
    public void Settle(in Arrivals next)
    {
        T[] noise = _pool?.NoiseOut ?? _noise!.Now;
        noise = _remedies?.Noise(noise) ?? noise;
        bool isCut = _perturbation?.IsCutAbove(Tick) ?? false;
        _feedback!.Settle(
            next[RatePorts.Above],
            _pool is null ? _perturbation?.Silenced(Tick, noise) ?? noise : noise,
            _learnsFeedback && !(_perturbation?.RestsB(Tick) ?? false),
            isCut);
    }

    private void EmitDown(Span<T> part, long tick, bool noise)
    {
        switch (_parameters.Algorithm)
        {
            case RateAlgorithm.DFA:
                _error.CopyTo(part);
                break;
            case RateAlgorithm.BP:
                _forward.Transport(_perturbation?.Silenced(tick, _cells.Errors) ?? _cells.Errors, _transported);
                _transported.CopyTo(part);
                break;
            default:
                _cells.Errors.CopyTo(part);
                if (_parameters.Path == ErrorPath.Soma)
                    AddNoise(part[.._cells.Errors.Length], noise);
                _perturbation?.Silence(tick, part);
                break;
        }
    }

    // ub = a + xi + white noise + e~, and r and d of it.
    private void Potentials(T[] below, bool noise)
    {
        if (_held is not null)
            _held.Drive(_cells.Potentials);
        else
            _forward.Drive(below, _cells.Potentials);
        _cells.Activate(
            noise ? ColouredNoise : null, _white?.Next,
            _parameters.Path == ErrorPath.Soma ? _cells.Errors : null);
    }

    private void LearnForward(T[] below)
    {
        if (_held is not null)
            _held.Learn(_cells.Errors);
        else
            _forward.Learn(_cells.Errors, below);
    }

    private void AddNoise(Span<T> to, bool noise)
    {
        if (noise && ColouredNoise is { } coloured)
            BatchMath.Add<T>(to, coloured);
        if (_white is not null)
            BatchMath.Add<T>(to, _white.Next);
    }

    private void OutputErrors(in TickContext tick, Arrival target)
    {
        if (_parameters.IsDirectFeedback)
            return;
        TakeTarget(tick, target);
        _output!.Compute(_error, (tick.Flags & TickFlags.Target) != 0);
    }

    // e = d~ * back(s), put at the positions of a pool.
    private void ErrorsFromAbove()
    {
        T[] slopes = Slopes(_pool?.Derivatives ?? _cells.Derivatives);
        _feedback?.Back(_above!.Values, _arriving);
        T[] arriving = _feedback is null ? _above!.Values : _arriving;
        if (_pool is null)
            BatchMath.Multiply<T>(_error, slopes, arriving);
        else
            _pool.Return(slopes, arriving, _error, _remedies?.Positions(_pool.Positions) ?? _pool.Positions);
    }

    // e = d * (B g), with the new derivative.
    private void DirectErrors()
    {
        _feedback!.Back(_above!.Values, _error);
        BatchMath.Multiply<T>(_error, _error, Slopes(_cells.Derivatives));
    }

    private T[] Slopes(T[] slopes) => _remedies?.Slopes(slopes) ?? slopes;
}
