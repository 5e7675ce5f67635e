using System.Runtime.InteropServices;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>Reorders and repeats frames as a bad network may.</summary>
/// <remarks>
/// Within each batch of frames that are on their way at the same time the order is random, some frames come twice, and
/// some again long after. Everything follows from a seed. Repeated frames are copies.
/// </remarks>
public sealed class FrameShuffler(int seed, double duplicates = 0.2, int memory = 8)
{
    private readonly Random _random = new(seed);
    private readonly List<EmissionFrame> _past = [];

    /// <summary>Frames of a batch in the order, and as often, as they are delivered.</summary>
    public IReadOnlyList<EmissionFrame> Shuffle(IEnumerable<EmissionFrame> batch)
    {
        List<EmissionFrame> delivered = [];
        foreach (EmissionFrame frame in batch)
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

        _random.Shuffle(CollectionsMarshal.AsSpan(delivered));
        return delivered;
    }
}
