using Akka.Actor;
using PalActors.Cluster.Tests.Wire;
using PalActors.Clustering.Links;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Links;

/// <summary>States of any size go over a link, some values at a time, in order with all other messages.</summary>
public sealed class ControlPortTests : IClassFixture<WireFixture>
{
    private readonly DirectRef _toClock, _toHost;
    private readonly ControlPort _host, _clock;

    public ControlPortTests(WireFixture wire)
    {
        (_toClock, _toHost) = (new DirectRef(wire.System), new DirectRef(wire.System));
        _host = new ControlPort(wire.System, ActorRefs.Nobody, _toClock, isLocal: false, 0, 1, 0);
        _clock = new ControlPort(wire.System, ActorRefs.Nobody, _toHost, isLocal: false, 0, 1, LinkPart.Clock);
    }

    [Fact]
    public void AllMessagesWithStatesArriveAsTheyWere()
    {
        AreaState state = new(
            2, 7, [Block("W", 3, 8001), Block("none", 0, 5), new StateBlock("u", 1, 1, [-0.0]), Block("P", 2, 4000)]);
        AreaSnapshot snapshot = new(state, [Block("up-3", 5, 3200)]);
        _host.Send(new StateCaptured(1, snapshot, CapturePurpose.Final, AreaFigures.None));
        _host.Send(new TickReached(1, 2, 9, AreaFigures.None));
        _host.Send(new AreaSample(1, 2, 3, 7, state.Blocks));
        _host.Send(new RestoreArea(snapshot));

        IControlMessage[] received = Deliver();

        Assert.Equal(4, received.Length);
        Assert.True(snapshot.SameBits(Assert.IsType<StateCaptured>(received[0]).Snapshot));
        Assert.IsType<TickReached>(received[1]);
        AreaSample sample = Assert.IsType<AreaSample>(received[2]);
        Assert.True(state.SameBits(state with { Blocks = sample.Blocks }));
        Assert.True(snapshot.SameBits(Assert.IsType<RestoreArea>(received[3]).Snapshot));
    }

    [Fact]
    public void OfALargeStateOnlyWhatIsOnItsWayIsMadeIntoBytes()
    {
        AreaSnapshot snapshot = new(new AreaState(1, 5, [Block("W", 1000, 3000)]), []);
        _host.Send(new TickReached(1, 1, 5, AreaFigures.None));
        long before = GC.GetAllocatedBytesForCurrentThread();

        _host.Send(new StateCaptured(1, snapshot, CapturePurpose.Snapshot, AreaFigures.None));

        // The block has 24 MB; a window of 16 pieces has 1, and a serializer makes some copies of each.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1 << 20, 16 << 20);
        Assert.Equal(ControlLink.Window, _toClock.Told.Count);
        // Each message is a piece of its own.
        Assert.All(_toClock.Told.Cast<LinkPart>(), part => Assert.Equal(0, part.Remaining));
        Assert.True(snapshot.SameBits(Assert.IsType<StateCaptured>(Deliver()[1]).Snapshot));
    }

    private static StateBlock Block(string name, int rows, int columns) =>
        new(name, rows, columns, [.. Enumerable.Range(0, rows * columns).Select(i => i / 3.0)]);

    // Carries pieces and acknowledgements to and fro until there are none.
    private IControlMessage[] Deliver()
    {
        List<IControlMessage> received = [];
        while (_toClock.Told.TryDequeue(out object? told))
        {
            Assert.True(_toClock.Told.Count < ControlLink.Window);
            if (_clock.Accept(Assert.IsType<LinkPart>(told)) is { } message)
                received.Add(message);
            _host.Acknowledged(Assert.IsType<LinkAcknowledged>(_toHost.Told.Dequeue()).Sequence);
        }

        return [.. received];
    }
}
