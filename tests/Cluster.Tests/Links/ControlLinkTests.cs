using PalActors.Clustering.Links;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Links;

/// <summary>
/// Two ends of a control link over a transport that loses, duplicates and reorders: every message arrives once, whole,
/// and in order.
/// </summary>
public sealed class ControlLinkTests
{
    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.4)]
    public void EveryMessageArrivesOnceAndInOrder(int seed, double fault)
    {
        Random random = new(seed);
        List<IControlMessage> toB = [], toA = [];
        ControlLink a = new(0, 1, LinkPart.Clock, toB.Add), b = new(0, 1, 0, toA.Add);
        byte[][] sent =
        [
            .. Enumerable.Range(0, 60)
                .Select(i => Message(random, i % 7 == 0 ? random.Next(5 * ControlLink.PartSize) : random.Next(200))),
        ];
        byte[][] back = [.. Enumerable.Range(0, 40).Select(_ => Message(random, random.Next(200)))];
        List<byte[]> atB = [], atA = [];
        TimeSpan now = TimeSpan.Zero;
        foreach (byte[] message in sent)
            a.Send(message, now);
        foreach (byte[] message in back)
            b.Send(message, now);
        for (int round = 0; round < 100_000 && !(a.Idle && b.Idle); round++)
        {
            Deliver(toB, b, atB);
            Deliver(toA, a, atA);
            now += TimeSpan.FromMilliseconds(20);
            a.Remind(now);
            b.Remind(now);
        }

        Assert.Equal(sent, atB);
        Assert.Equal(back, atA);
        Assert.Equal(fault > 0, a.Repeated > 0);

        void Deliver(List<IControlMessage> wire, ControlLink to, List<byte[]> received)
        {
            IControlMessage[] now2 = [.. wire];
            wire.Clear();
            if (fault > 0 && random.Next(3) == 0)
                random.Shuffle(now2);
            foreach (IControlMessage message in now2)
            {
                double fate = random.NextDouble();
                int copies = fate < fault ? 0 : fate < 1.5 * fault ? 2 : 1;
                for (int copy = 0; copy < copies; copy++)
                {
                    if (message is LinkAcknowledged acknowledged)
                        to.Acknowledged(acknowledged.Sequence, now);
                    else if (to.Accept((LinkPart)message) is { } whole)
                        received.Add(whole);
                }
            }
        }
    }

    [Fact]
    public void NoMoreThanAWindowIsOnItsWay()
    {
        List<IControlMessage> wire = [];
        ControlLink link = new(0, 1, 0, wire.Add);
        link.Send(new byte[100 * ControlLink.PartSize], TimeSpan.Zero);
        Assert.Equal(ControlLink.Window, wire.Count);
        Assert.All(wire.Cast<LinkPart>(), part => Assert.True(part.Payload.Length <= ControlLink.PartSize));
        link.Acknowledged(3, TimeSpan.Zero);
        Assert.Equal(ControlLink.Window + 3, wire.Count);
        link.Remind(ControlLink.Silence - TimeSpan.FromTicks(1));
        Assert.Equal(0, link.Repeated);
        link.Remind(ControlLink.Silence);
        Assert.Equal(ControlLink.Window, link.Repeated);
    }

    [Fact]
    public void AnEmptyMessageIsAMessage()
    {
        List<IControlMessage> wire = [];
        ControlLink a = new(0, 1, 0, wire.Add), b = new(0, 1, 1, _ => { });
        a.Send([], TimeSpan.Zero);
        Assert.Empty(b.Accept((LinkPart)Assert.Single(wire))!);
    }

    private static byte[] Message(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
