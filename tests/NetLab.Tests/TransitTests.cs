namespace PalActors.NetLab.Tests;

/// <summary>The delivery of whole frames: to which host, when, in which order, and unchanged.</summary>
public sealed class TransitTests
{
    private readonly Links _links = new(["a", "b", "c"], new LinkSettings(1, 0, 0), seed: 1);
    private readonly Transit _transit;

    public TransitTests() => _transit = new Transit(3, _links);

    private static byte[] Frame(byte to, byte from, byte content) =>
        [2, 0, 0, 0, 0, to, 2, 0, 0, 0, 0, from, 8, 0, content];

    private static byte[] Broadcast(byte from) => [255, 255, 255, 255, 255, 255, 2, 0, 0, 0, 0, from, 8, 6];

    // The frames that have arrived by then: "host:last byte".
    private string Leave(long now)
    {
        List<string> left = [];
        while (_transit.TryLeave(now, out Transit.Travelling? frame))
        {
            left.Add($"{frame.To}:{frame.Bytes[frame.Length - 1]}");
            Transit.Return(frame);
        }

        return string.Join(' ', left);
    }

    [Fact]
    public void AnUnknownReceiverMeansAllOthersAKnownOneItself()
    {
        _transit.Enter(Frame(to: 2, from: 0, 10), 0, 0);
        Assert.Equal("1:10 2:10", Leave(1_000_000));
        _transit.Enter(Frame(to: 0, from: 2, 11), 2, 0);
        Assert.Equal("0:11", Leave(1_000_000));
        _transit.Enter(Frame(to: 2, from: 0, 12), 0, 0);
        Assert.Equal("2:12", Leave(1_000_000));
        _transit.Enter(Broadcast(from: 2), 2, 0);
        Assert.Equal("0:6 1:6", Leave(1_000_000));
    }

    [Fact]
    public void FramesLeaveWhenTheyAreDueAndInTheOrderInWhichTheyCame()
    {
        _transit.Enter(Frame(2, 0, 1), 0, 0);
        _ = Leave(long.MaxValue - 1);
        _transit.Enter(Frame(0, 2, 0), 2, 0);
        _ = Leave(long.MaxValue - 1);
        _links.Do(["set", "a", "c", "delay=3"]);
        for (byte i = 1; i <= 9; i++)
            _transit.Enter(Frame(2, 0, i), 0, 0);
        _transit.Enter(Frame(0, 2, 10), 2, 500_000);
        _links.Do(["set", "a", "c", "delay=1"]);
        _transit.Enter(Frame(2, 0, 11), 0, 1_000_000);
        Assert.Equal(3_000_000, _transit.NextArrival);
        Assert.Equal("", Leave(2_999_999));
        Assert.Equal("2:1 2:2 2:3 2:4 2:5 2:6 2:7 2:8 2:9 2:11", Leave(3_000_000));
        Assert.Equal("0:10", Leave(3_500_000));
        Assert.Equal(long.MaxValue, _transit.NextArrival);
    }

    [Fact]
    public void WhatIsLostIsCounted()
    {
        _links.Do(["cut", "b"]);
        _transit.Enter(Broadcast(from: 0), 0, 0);
        _transit.Enter([1, 2, 3], 0, 0);
        Assert.Equal("2:6", Leave(1_250_000));
        Assert.Equal(
            "passed 1, lost 1, late by 0.25 ms (median), 0.25 ms (99 %), 0.25 ms (worst)", _transit.Statistics());
    }
}
