using System.Net.Sockets;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Frames;

/// <summary>Whoever knows no token gets nothing from a port for frames, and takes nothing from others.</summary>
public sealed class FrameStrangerTests
{
    public static TheoryData<string, byte[]> Sent { get; } = new()
    {
        { "a request of HTTP", "GET / HTTP/1.1\r\n\r\n"u8.ToArray() },
        { "zeros", new byte[1000] },
        { "a version of another build", "PALFRAMES2"u8.ToArray() },
        { "a frame before a token", Record(FrameRecord.Frame, FrameLab.Bytes(FrameLab.Frame(1, 3))) },
        { "a wrong token and a frame", [
            .. Record(FrameRecord.Open, new byte[16]),
            .. Record(FrameRecord.Frame, FrameLab.Bytes(FrameLab.Frame(1, 3)))[FrameRecord.Greeting.Length..]] },
        { "a long record before a token", Length(1 << 19) },
        { "a negative length", Length(-1) },
        { "an unknown kind", Record(99, new byte[16]) },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public void AStrangerIsCutOff(string what, byte[] bytes)
    {
        using FrameLab lab = new();
        (CollectingRef actor, FramePort _) = lab.Admit();
        Socket stranger = lab.Stranger();
        stranger.Send(bytes);
        FrameLab.AssertCutOff(stranger);
        Assert.True(actor.Count == 0, what);
    }

    [Theory]
    [InlineData(RemotingOptions.MaximumFrame + 1)]
    [InlineData(-5)]
    public void ANodeThatSendsNoRecordsIsCutOffToo(int length)
    {
        using FrameLab lab = new();
        (CollectingRef actor, FramePort port) = lab.Admit();
        Socket node = lab.Stranger();
        node.Send([.. FrameRecord.Greeting, .. FrameRecord.Opening(0, port), .. Header(length, FrameRecord.Frame)]);
        FrameLab.AssertCutOff(node);
        Assert.Equal(0, actor.Count);
    }

    [Fact]
    public void BytesThatAreNoFrameEndTheirConnectionOnly()
    {
        using FrameLab lab = new();
        (CollectingRef actor, FramePort port) = lab.Admit();
        Socket node = lab.Stranger();
        byte[] opening = FrameRecord.Opening(0, port);
        node.Send([.. FrameRecord.Greeting, .. opening, .. Header(100, FrameRecord.Frame), .. new byte[100]]);
        FrameLab.AssertCutOff(node);
        FrameConnection other = lab.Connect();
        FrameLab.Send(other, other.Open(port), FrameLab.Frame(1, 3));
        actor.Next();
    }

    [Fact]
    public void IdleStrangersAreCutOffAndAreLimitedAndHarmNoNode()
    {
        using FrameLab lab = new(patience: TimeSpan.FromSeconds(1));
        (CollectingRef actor, FramePort port) = lab.Admit();
        FrameConnection node = lab.Connect();
        int channel = node.Open(port);
        FrameLab.Send(node, channel, FrameLab.Frame(1, 3));
        actor.Next();
        Socket[] strangers = [.. Enumerable.Range(0, 300).Select(_ => lab.Stranger())];
        FrameLab.Send(node, channel, FrameLab.Frame(2, 3));
        actor.Next();
        foreach (Socket stranger in strangers)
            FrameLab.AssertCutOff(stranger);
        FrameConnection late = lab.Connect();
        FrameLab.Send(late, late.Open(port), FrameLab.Frame(3, 3));
        actor.Next();
    }

    private static byte[] Record(byte kind, byte[] body) =>
        [.. FrameRecord.Greeting, .. Header(body.Length, kind), .. body];

    private static byte[] Length(int length) => [.. FrameRecord.Greeting, .. Header(length, FrameRecord.Open)];

    private static byte[] Header(int length, byte kind)
    {
        byte[] header = new byte[FrameRecord.HeaderSize];
        FrameRecord.WriteHeader(header, length, kind, channel: 0);
        return header;
    }
}
