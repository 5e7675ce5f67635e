using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <content>Sends presentations as far as there is credit.</content>
public sealed partial class SourceActor
{
    private long _usedThrough;
    private long _sentThrough;
    private long _count;
    private int _phase = -1;
    private int _presentation;

    private void Use(long throughTick)
    {
        // Ignore credit for what was not sent: it must not free a buffer that is in use.
        if (throughTick <= _usedThrough || throughTick > _sentThrough)
            return;
        _usedThrough = throughTick;
        Send();
    }

    // A buffer is free when the last tick of its presentation has been used.
    private void Send()
    {
        while (_sentThrough < _schedule.Phases[^1].LastTick)
        {
            EmissionFrame frame = _sent[_count % Ahead];
            if (frame.TickCount > 0 && frame.FirstTick + frame.TickCount - 1 > _usedThrough)
                return;
            Locate();
            Phase phase = _schedule.Phases[_phase];
            frame.FirstTick = phase.FirstTick + (long)_presentation * phase.PresentationTicks;
            frame.TickCount = phase.PresentationTicks;
            _presentations.Fill(_phase, _presentation, frame.Values.AsSpan(0, frame.Width));
            _sentThrough = frame.FirstTick + frame.TickCount - 1;
            _count++;
            _consumer.Send(frame);
        }
    }

    // The presentation after the last one sent; after a restart, the one that holds the next tick.
    private void Locate()
    {
        if (_phase >= 0 && ++_presentation < _schedule.Phases[_phase].Presentations)
            return;
        _phase = _phase >= 0 ? _phase + 1 : _schedule.IndexOf(_sentThrough + 1);
        Phase phase = _schedule.Phases[_phase];
        _presentation = (int)((_sentThrough + 1 - phase.FirstTick) / phase.PresentationTicks);
    }
}
