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
            down is not null && _core.PartsDown == 2 ? down.Part(tick, 1) : default);
        _toAbove?.Close();
        _toBelow?.Close();
        _emittedTick = tick;
    }

    private bool Integrate(long tick)
    {
        RateFrame? below = _stimuli is not null ? _stimuli.Find(tick) : _fromBelow!.Peek(tick - _delayBelow);
        if (below is null && (_stimuli is not null || tick > _delayBelow))
            return false;
        RateFrame? above = _fromAbove?.Peek(tick - _delayAbove);
        if (_fromAbove is not null && above is null && tick > _delayAbove)
            return false;
        RateFrame? target = _targets?.Find(tick);
        if (_targets is not null && target is null)
            return false;

        if (target is not null && (_cursor.StartsPresentation || target.FirstTick == tick))
            target.Part(tick, 0).CopyTo(_core.Target);
        _core.Integrate(new TickInput
        {
            // Before the start a neighbour's values were those of its initial state, which the area holds.
            RateBelow = below is not null ? below.Part(tick - _delayBelow, 0) : _core.RateBelow,
            RateBelowHeld = below is null || (_stimuli is not null && !_cursor.StartsPresentation),
            ProspectiveAbove = above is not null ? above.Part(tick - _delayAbove, 0) : _core.ProspectiveAbove,
            FactorsAbove = above is not null && _transports ? above.Part(tick - _delayAbove, 1) : default,
            AboveLearned = _transports && AboveLearned(tick - _delayAbove - 1),
            Flags = _cursor.Flags,
            PresentationTick = _cursor.PresentationTick,
        });
        if (tick > _delayBelow)
            _fromBelow?.Consume(tick - _delayBelow);
        if (tick > _delayAbove)
            _fromAbove?.Consume(tick - _delayAbove);
        return true;
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
            _host.Tell(new StateCaptured(_setup.Generation, new AreaSnapshot(_core.Capture(), []), CapturePurpose.Observe, _framesReceived), Self);
    }

    private void Align(long tick)
    {
        _nextAlignment += _alignEvery;
        _lastAlignment = tick;
        if (_core.IsTop && (_cursor.Flags & TickFlags.Target) != 0)
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
        Request(_below, FrameKind.Up, _fromBelow, tick - _delayBelow);
        Request(_above, FrameKind.Down, _fromAbove, tick - _delayAbove);
        if (_stimuli is not null && _stimuli.Find(tick) is null)
            _below.Tell(new FrameRequest(_setup.Generation, FrameKind.Stimulus, tick), Self);
        if (_targets is not null && _targets.Find(tick) is null)
            _target.Tell(new FrameRequest(_setup.Generation, FrameKind.Target, tick), Self);
    }

    private void Request(IActorRef from, FrameKind kind, Inbox? inbox, long tick)
    {
        if (inbox is not null && tick >= 1 && inbox.Peek(tick) is null)
            from.Tell(new FrameRequest(_setup.Generation, kind, tick), Self);
    }
}
