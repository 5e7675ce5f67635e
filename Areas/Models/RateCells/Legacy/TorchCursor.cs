using PalActors.Areas.Toolkit.Draws;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Legacy;

/// <summary>Position in the stream of a torch run: the passes over the data, and the noise of each step.</summary>
/// <remarks>
/// The authors' program tests before training too; where a schedule does not, the draws of that pass are passed over.
/// The stream depends on its history, so a cursor that has to go back begins anew.
/// </remarks>
internal sealed class TorchCursor(Schedule schedule, Func<TorchStream> begin, bool drawsNoise)
{
    private TorchStream _stream = begin();
    private int _phase = -1;
    private long _drawn;

    /// <summary>Draws the noise of one area in a tick.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="place">The area's place.</param>
    /// <param name="z">Receives it, [slot, cell].</param>
    public void Draw(long tick, int place, Span<float> z)
    {
        if (tick <= _drawn)
            Restart();
        // The emission after the last tick has noise too.
        while (_phase < schedule.Phases.Length - 1 && (_phase < 0 || schedule.Phases[_phase].LastTick < tick))
            EnterNext();
        PassTo(tick - 1);
        _stream.Step(place, z);
        _drawn = tick;
    }

    /// <summary>Gets the order of the samples of a phase, or null if they come in their own.</summary>
    public int[]? OrderOf(int phase)
    {
        if (phase <= _phase)
            Restart();
        while (_phase < phase - 1)
            EnterNext();
        return EnterNext();
    }

    private void Restart() => (_stream, _phase, _drawn) = (begin(), -1, 0);

    private int[]? EnterNext()
    {
        if (_phase >= 0)
            PassTo(schedule.Phases[_phase].LastTick);
        Phase next = schedule.Phases[++_phase];
        if (_phase == 1 && next.Split != "test")
            Test();
        if (next.Split == "train")
            return _stream.BeginShuffledPass(next.Pool);
        _stream.BeginPass(shuffled: false);
        return null;
    }

    // The pass over the test samples before training; its length is that of the last phase.
    private void Test()
    {
        _stream.BeginPass(shuffled: false);
        if (drawsNoise)
            _stream.SkipSteps(schedule.Phases[^1].Ticks);
    }

    private void PassTo(long tick)
    {
        if (drawsNoise && tick > _drawn)
            _stream.SkipSteps(tick - _drawn);
        _drawn = tick;
    }
}
