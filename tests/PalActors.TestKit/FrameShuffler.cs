using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>
/// Mistreats frames the way a bad network may: within each batch of frames that are on their way at the same time, any order, some twice, some again long after. Everything
/// follows from a seed. What comes out are copies, except where a frame comes for the first time.
/// </summary>
public sealed class FrameShuffler(int seed, double duplicates = 0.2, int memory = 8)
{
    private readonly Random _random = new(seed);
    private readonly List<RateFrame> _past = [];

    /// <summary>The frames of a batch in the order, and as often, as they are to be delivered.</summary>
    public IReadOnlyList<RateFrame> Mistreat(IEnumerable<RateFrame> batch)
    {
        List<RateFrame> delivered = [];
        foreach (RateFrame frame in batch)
        {
            delivered.Add(frame);
            while (_random.NextDouble() < duplicates)
                delivered.Add(frame.Copy());
            if (_past.Count > 0 && _random.NextDouble() < duplicates)
                delivered.Add(_past[_random.Next(_past.Count)].Copy());
            _past.Add(frame.Copy());
            if (_past.Count > memory)
                _past.RemoveAt(0);
        }

        _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(delivered));
        return delivered;
    }
}
