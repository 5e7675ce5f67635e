using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Target of the top area that acts a number of ticks after it was shown.</summary>
/// <remarks>
/// With it travel whether it was shown to nudge, and the position in its presentation. Before tick 1 nothing was shown.
/// </remarks>
internal sealed class DelayedTarget
{
    private readonly PastValues _past;
    private readonly double[] _shown;
    private readonly int _size;
    private readonly int _ticks;

    /// <summary>Makes a target of which nothing was shown.</summary>
    /// <param name="size">Neurons.</param>
    /// <param name="ticks">Ticks after which it acts, 1 or more.</param>
    public DelayedTarget(int size, int ticks)
    {
        (_size, _ticks) = (size, ticks);
        _past = new PastValues(size + 2, ticks);
        _shown = Padding.Align(size + 2);
        Voltages = Padding.Align(size);
    }

    /// <summary>Target voltages that act now.</summary>
    public double[] Voltages { get; }

    /// <summary>Indicates whether they were shown to nudge.</summary>
    public bool Nudges { get; private set; }

    /// <summary>1-based position in the presentation that they belong to; 0 before the first.</summary>
    public int PresentationTick { get; private set; }

    /// <summary>Takes what is shown in a tick, and gives what acts in it.</summary>
    public void Advance(double[] voltages, bool nudges, int presentationTick)
    {
        double[] acting = _past[_ticks];
        (Nudges, PresentationTick) = (acting[0] != 0, (int)acting[1]);
        acting.AsSpan(2, _size).CopyTo(Voltages);
        (_shown[0], _shown[1]) = (nudges ? 1 : 0, presentationTick);
        voltages.AsSpan(0, _size).CopyTo(_shown.AsSpan(2));
        _past.Push(_shown);
    }

    /// <summary>Names its state: per tick whether it nudges, the presentation's tick, and the voltages.</summary>
    public void Describe(StateMap state) => _past.Describe("target_past", state);
}
