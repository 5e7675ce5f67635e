using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <content>Frames that are due.</content>
public sealed partial class ScriptedNeighbours
{
    /// <summary>Makes frames that neighbours may send now and have not sent, all or some.</summary>
    public IEnumerable<EmissionFrame> Due(long end)
    {
        if (_area == 1)
        {
            for (int n = Credit(_harness.Below, _stimuli); n > 0; n--)
                yield return _loop.Stimulus(_stimuli++);
        }
        else
        {
            List<EmissionFrame> frames = Frames(
                _harness.Below, _delayToBelow, _delayFromBelow, end, ref _below,
                (first, ticks) => _loop.Up(_area - 1, first, ticks));
            foreach (EmissionFrame frame in frames)
                yield return frame;
        }

        if (_top)
        {
            for (int n = Credit(_harness.Target!, _targets); n > 0; n--)
                yield return _loop.Target(_targets++);
        }
        else
        {
            List<EmissionFrame> frames = Frames(
                _harness.Above!, _delayToAbove, _delayFromAbove, end, ref _above,
                (first, ticks) => _loop.Down(_area + 1, first, ticks));
            foreach (EmissionFrame frame in frames)
                yield return frame;
        }
    }

    // A source is two presentations ahead of what is used.
    private int Credit(AreaHarness.Neighbour source, int sent)
    {
        long used = source.Of<PresentationsUsed>().Select(u => u.ThroughTick).DefaultIfEmpty(0).Max();
        int done = _loop.Shown.Count(s => s.FirstTick + s.Ticks - 1 <= used);
        return Math.Min(done + 2, _loop.Shown.Count) - sent;
    }

    private List<EmissionFrame> Frames(
        AreaHarness.Neighbour from, int delayTo, int delayFrom, long end, ref long next,
        Func<long, int, EmissionFrame> make)
    {
        // A neighbour emits tick s once it has integrated s - 1, and for that it needed this area's tick s - 1 - d.
        long last = Math.Min(end, from.EmittedTick + delayTo + 1);
        int window = Math.Max(1, delayFrom / 2);
        List<EmissionFrame> frames = [];
        while (next <= last && (frames.Count == 0 || _random.Next(4) > 0))
        {
            int ticks = _random.Next(1, (int)Math.Min(window, last - next + 1) + 1);
            frames.Add(make(next, ticks));
            next += ticks;
        }

        return frames;
    }
}
