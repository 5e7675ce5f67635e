using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <content>Steps of a test.</content>
public sealed partial class AreaHarness
{
    private int _settled;

    /// <summary>Connects the area: each neighbour answers its greeting.</summary>
    public AreaHarness Connect()
    {
        Endpoint below = _core.Index == 1 ? new Endpoint(EndpointKind.Stimulus, 0, 1) : Endpoint.Of(_core.Index - 1);
        Peer[] peers =
        [
            PeerAt(below, Below),
            Above is not null
                ? PeerAt(Endpoint.Of(_core.Index + 1), Above)
                : PeerAt(new Endpoint(EndpointKind.Target, _core.Index), Target!),
        ];
        Area.Tell(new Connect(Clock.Probe.Ref.Path.ToString(), peers), Clock.Probe);
        foreach (Neighbour neighbour in _neighbours)
        {
            Hello hello = neighbour.Probe.ExpectMsg<Hello>();
            neighbour.Probe.Reply(new HelloBack(hello.Role));
        }

        Clock.Probe.ExpectMsg<Connected>(connected =>
            connected.Endpoint == Endpoint.Of(_core.Index) && connected.Generation == Generation);
        return this;

        static Peer PeerAt(Endpoint endpoint, Neighbour neighbour) =>
            new(endpoint, neighbour.Probe.Ref.Path.ToString());
    }

    /// <summary>Grants a horizon, with a report at its end or earlier.</summary>
    public AreaHarness Grant(long tick, long? report = null)
    {
        Area.Tell(new Horizon(Generation, tick, report ?? tick), Clock.Probe);
        return this;
    }

    /// <summary>Delivers frames, each from the neighbour that such frames come from.</summary>
    public AreaHarness Feed(params IEnumerable<EmissionFrame> frames)
    {
        foreach (EmissionFrame frame in frames)
        {
            Neighbour? from = frame.Kind switch
            {
                FrameKind.Down => Above,
                FrameKind.Target => Target,
                _ => null,
            };
            Area.Tell(frame, (from ?? Below).Probe);
        }

        return this;
    }

    /// <summary>Waits until the area has handled all messages to it, and sorts those that it sent.</summary>
    public AreaHarness Settle()
    {
        string mark = $"settled {++_settled}";
        foreach (Neighbour neighbour in _neighbours)
            Area.Tell(new Hello(mark), neighbour.Probe);
        foreach (Neighbour neighbour in _neighbours)
            neighbour.TakeUntil(mark);
        return this;
    }
}
