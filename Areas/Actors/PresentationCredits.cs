using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <summary>The two credits that a consumer of presentations sends in turn.</summary>
/// <remarks>See <see cref="PresentationsUsed"/> for why two are enough.</remarks>
public sealed class PresentationCredits(int generation)
{
    private readonly PresentationsUsed[] _credits = [new(generation), new(generation)];
    private int _turn;

    /// <summary>The credit for everything up to <paramref name="tick"/>.</summary>
    public PresentationsUsed Through(long tick)
    {
        PresentationsUsed credit = _credits[_turn ^= 1];
        credit.ThroughTick = tick;
        return credit;
    }
}
