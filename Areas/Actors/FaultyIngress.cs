using Akka.Actor;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors;

/// <summary>Drops, duplicates and delays frames and their pieces on the way to an area; other messages pass.</summary>
/// <remarks>Those that pass are copies, as those of a real link are.</remarks>
public sealed class FaultyIngress : UntypedActor
{
    private readonly IActorRef _area;
    private readonly FrameFaults _faults;
    private readonly int _index;
    private readonly Random _random;
    private readonly List<(IFrameMessage Frame, IActorRef Sender, int After)> _held = [];

    /// <summary>Makes the ingress of an area.</summary>
    public FaultyIngress(IActorRef area, FrameFaults faults, int index)
    {
        _area = area;
        _faults = faults;
        _index = index;
        // HashCode differs from process to process: the same seed must mean the same faults.
        _random = new Random(unchecked((faults.Seed * 1_000_003) + index));
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (message is Hello hello)
        {
            // Neighbours must send to the ingress, not to the area.
            Sender.Tell(new HelloBack(hello.Role), Self);
            return;
        }

        if (message is not IFrameMessage frame || !_faults.Concerns(frame.Source, _index))
        {
            _area.Forward(message);
            return;
        }

        double fate = _random.NextDouble();
        if ((fate -= _faults.Drop) < 0)
        {
            // Lost.
        }
        else if ((fate -= _faults.Duplicate) < 0)
        {
            _area.Forward(frame.Copy());
            _area.Forward(frame.Copy());
        }
        else if (fate - _faults.HoldBack < 0)
        {
            _held.Add((frame.Copy(), Sender, _random.Next(1, 4)));
        }
        else
        {
            _area.Forward(frame.Copy());
        }

        for (int i = _held.Count - 1; i >= 0; i--)
        {
            (IFrameMessage held, IActorRef sender, int after) = _held[i];
            if (after > 0)
            {
                _held[i] = (held, sender, after - 1);
                continue;
            }

            _held.RemoveAt(i);
            _area.Tell(held, sender);
        }
    }
}
