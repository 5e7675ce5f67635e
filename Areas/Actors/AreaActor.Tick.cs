using Akka.Actor;
using PalActors.Areas.Model;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <content>The tick itself.</content>
public sealed partial class AreaActor
{
    private void Advance()
    {
        if (_turnComes)
            return;
        while (true)
        {
            long tick = _core.Tick + 1;
            if (_emittedTick < tick)
            {
                if (tick > _horizon)
                {
                    Idle();
                    return;
                }

                if (tick > _due)
                {
                    // Time goes on without anybody's doing, so a frame may wait until its window is full.
                    _setup.Progress.Awaited = 0;
                    return;
                }

                Emit(tick);
            }

            if (!Integrate(tick))
            {
                _toAbove?.Flush();
                _toBelow?.Flush();
                _setup.Progress.Awaited = tick;
                return;
            }

            Completed(tick);
            if (!_takesTurns)
                continue;
            _turnComes = true;
            Self.Tell(NextTurn.Instance, Self);
            return;
        }
    }

    // The horizon is reached: nothing is awaited, and the clock hears of it.
    private void Idle()
    {
        _toAbove?.Flush();
        _toBelow?.Flush();
        _setup.Progress.Awaited = 0;
        if (_core.Tick == _horizon && _reportTick != _horizon && _horizon > 0)
        {
            _reportTick = _horizon;
            Report();
        }
    }

    private void Emit(long tick)
    {
        RateFrame? up = _toAbove?.Open(tick);
        RateFrame? down = _toBelow?.Open(tick);
        _core.Emit(
            _cursor.Flags,
            up is null ? default : up.Part(tick, 0),
            down is null ? default : down.Part(tick, 0),
            down is not null && _core.PartsDown > 1 ? down.Part(tick, 1) : default,
            down is not null && _core.PartsDown > 2 ? down.Part(tick, 2) : default);
        _toAbove?.Close();
        _toBelow?.Close();
        _emittedTick = tick;
    }

    private bool Integrate(long tick)
    {
        bool hereBelow = _fromBelow?.Choose(tick, _core.TicksAhead) ?? true, hereAbove = _fromAbove?.Choose(tick) ?? true;
        if (!hereBelow || !hereAbove)
            return false;
        RateFrame? stimulus = _stimuli?.Find(tick), target = _targets?.Find(tick);
        if ((_stimuli is not null && stimulus is null) || (_targets is not null && target is null))
            return false;
        if (target is not null && (_cursor.StartsPresentation || target.FirstTick == tick))
            target.Part(tick, 0).CopyTo(_core.Target);
        if (_updates is not null)
            HearUpdates();
        for (int ahead = 1; ahead <= _core.TicksAhead; ahead++)
            Foresee(ahead);
        RateFrame? above = _fromAbove?.Frame;
        _core.Integrate(new TickInput
        {
            RateBelow = stimulus is not null ? stimulus.Part(tick, 0) : _fromBelow!.Frame is { } below ? below.Part(_fromBelow.Chosen, 0) : RateBelowBefore,
            RateBelowEmission = _fromBelow?.Chosen ?? tick,
            RateBelowHeld = stimulus is not null && !_cursor.StartsPresentation,
            ProspectiveAbove = above is not null ? above.Part(_fromAbove!.Chosen, 0) : ProspectiveAboveBefore,
            FactorsAbove = above is not null && _transports ? above.Part(_fromAbove!.Chosen, 1) : default,
            AboveLearned = _transports && _updates is null && _fromAbove is not null && AboveLearned(_fromAbove.Chosen - 1),
            UpdatesAbove = _updates,
            Flags = _cursor.Flags,
            PresentationTick = _cursor.PresentationTick,
            PhaseTick = _cursor.PhaseTick,
        });
        _fromBelow?.Complete(tick);
        _fromAbove?.Complete(tick);
        return true;
    }

    private void Foresee(int ahead)
    {
        long emission = _fromBelow!.After(ahead);
        _core.Foresee(ahead, emission == 0 ? RateBelowBefore : _fromBelow.Heard(emission).Part(emission, 0));
    }

    // Before tick 1 a neighbour's values were those of its initial state, which the area holds: until they have changed once, and apart where that is not the end of them.
    private ReadOnlySpan<double> RateBelowBefore => _core.InitialRateBelow.Length > 0 ? _core.InitialRateBelow : _core.RateBelow;

    private ReadOnlySpan<double> ProspectiveAboveBefore => _core.InitialProspectiveAbove.Length > 0 ? _core.InitialProspectiveAbove : _core.ProspectiveAbove;

    // All updates of W above that the chosen emission and those before it tell of, each once: whether the others were used or not.
    private void HearUpdates()
    {
        long through = Math.Max(_core.UpdatesThrough, _fromAbove!.Chosen);
        _updates!.Begin(through);
        for (long emission = _core.UpdatesThrough + 1; emission <= through; emission++)
        {
            // It holds the update of the tick before.
            if (!AboveLearned(emission - 1))
                continue;
            RateFrame frame = _fromAbove.Heard(emission);
            _updates.Add(frame.Part(emission, 1), (long)frame.Part(emission, 2)[0]);
        }
    }

    // Whether W of the area above changed in a tick, from the schedule that all areas share.
    private bool AboveLearned(long tick)
    {
        if (tick < 1)
            return false;
        if (_aboveCursor.Tick == tick - 1 && tick > 1)
            _aboveCursor.Advance();
        else
            _aboveCursor.MoveTo(tick);
        return (_aboveCursor.Flags & TickFlags.LearnForward) != 0;
    }

    private void Completed(long tick)
    {
        if (tick == _nextAlignment)
            Align(tick);
        if (_cursor.EndsPresentation)
            EndPresentation(tick);
        if (tick == _nextRecord)
            Record();
        if (tick == _nextBoundary)
            PassBoundary(tick);
        if (_captures.Count > 0)
            CaptureDue();
        if (tick == _reportTick)
            Report();
        if (tick < _lastTick)
            _cursor.Advance();
    }

    private void EndPresentation(long tick)
    {
        if (_stimulusCredits is not null)
        {
            _stimuli!.Release(tick);
            _below.Tell(_stimulusCredits.Through(tick), Self);
        }

        if (_targetCredits is not null)
        {
            _targets!.Release(tick);
            _target.Tell(_targetCredits.Through(tick), Self);
        }

        Phase phase = _cursor.Phase;
        if (tick != phase.LastTick)
            return;
        if (_core.IsTop && phase.Metric is not null)
        {
            _host.Tell(new Metric(_setup.Network, tick, phase.Epoch, null, phase.Metric, (double)_core.ReadOut.Correct / _core.ReadOut.Total), Self);
            _core.ReadOut.Reset();
        }

        if (phase.RecordAlignment && tick != _lastAlignment)
            SampleAlignment(tick);
        if (phase.CompareUpdates)
            _host.Tell(new StateCaptured(_setup.Generation, new AreaSnapshot(_core.CaptureUnblocked(), []), CapturePurpose.Observe, Figures(atEnd: false)), Self);
    }

    private void Align(long tick)
    {
        _nextAlignment += _alignEvery;
        _lastAlignment = tick;
        if (_core.IsNudged)
            _host.Tell(new Metric(_setup.Network, tick, _cursor.Phase.Epoch, null, MetricNames.ErrorTarget, _core.TargetError()), Self);
        SampleAlignment(tick);
    }

    private void SampleAlignment(long tick)
    {
        if (_core.Index > 1)
            _host.Tell(new WeightSample(_setup.Generation, _core.Index, tick, _core.W.ToRowMajor(), _core.Basal.AsSpan(0, _core.Size).ToArray()), Self);
        _alignment?.Own(_core, _cursor.Phase.Epoch);
        RecordAlignment();
    }

    private void RecordAlignment()
    {
        if (_alignment is null)
            return;
        foreach (Metric metric in _alignment.Take(_setup.Network))
            _host.Tell(metric, Self);
    }

    private void RequestMissing()
    {
        long tick = _core.Tick + 1;
        if (_emittedTick < tick)
            return;
        Request(_below, FrameKind.Up, _fromBelow?.Lacked(tick, _core.TicksAhead) ?? 0);
        Request(_above, FrameKind.Down, _fromAbove?.Lacked(tick) ?? 0);
        if (_stimuli is not null && _stimuli.Find(tick) is null)
            _below.Tell(new FrameRequest(_setup.Generation, FrameKind.Stimulus, tick), Self);
        if (_targets is not null && _targets.Find(tick) is null)
            _target.Tell(new FrameRequest(_setup.Generation, FrameKind.Target, tick), Self);
    }

    private void Request(IActorRef from, FrameKind kind, long tick)
    {
        if (tick > 0)
            from.Tell(new FrameRequest(_setup.Generation, kind, tick), Self);
    }
}
