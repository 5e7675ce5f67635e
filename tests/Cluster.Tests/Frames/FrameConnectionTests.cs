using PalActors.Cluster.Tests.Nodes;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Frames;

/// <summary>Connections that carry frames from node to node.</summary>
public sealed class FrameConnectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FramesAndPiecesArriveAsTheyWereSent(bool isSecure)
    {
        TlsOptions? here = isSecure ? Certificates.Issue(_folder, "a", "here") : null;
        TlsOptions? there = isSecure ? Certificates.Issue(_folder, "a", "there") : null;
        using FrameLab lab = new(there);
        (CollectingRef actor, FramePort port) = lab.Admit();
        FrameConnection connection = lab.Connect(here);
        int channel = connection.Open(port);
        EmissionFrame[] frames =
        [
            .. new[] { 1, 30, 512, 8192, 20_000, 100_000 }.Select((width, k) => FrameLab.Frame(k + 1, width)),
            FrameLab.Frame(7, 30, parts: 3, ticks: 16),
        ];
        foreach (EmissionFrame frame in frames)
            FrameLab.Send(connection, channel, frame);
        FramePiece piece = new(frames[4], 8, 1000);
        FrameLab.Send(connection, channel, piece);

        foreach (EmissionFrame frame in frames)
            Assert.Equal(FrameLab.Bytes(frame), FrameLab.Bytes(Assert.IsType<EmissionFrame>(actor.Next())));
        FramePiece received = Assert.IsType<FramePiece>(actor.Next());
        Assert.Equal((piece.Header, piece.First), (received.Header, received.First));
        Assert.Equal(piece.Values.ToArray(), received.Values.ToArray());
    }

    [Fact]
    public void SeveralThreadsShareAConnectionAndEachChannelKeepsItsOrder()
    {
        const int Frames = 2000;
        using FrameLab lab = new();
        FrameConnection connection = lab.Connect();
        (CollectingRef Actor, FramePort Port)[] areas = [lab.Admit(), lab.Admit(), lab.Admit(), lab.Admit()];
        int[] channels = [.. areas.Select(area => connection.Open(area.Port))];
        Parallel.For(0, areas.Length, k =>
        {
            for (int tick = 1; tick <= Frames; tick++)
                FrameLab.Send(connection, channels[k], FrameLab.Frame(tick, width: 5 + (100 * k)));
        });
        for (int k = 0; k < areas.Length; k++)
        {
            for (int tick = 1; tick <= Frames; tick++)
            {
                EmissionFrame frame = (EmissionFrame)areas[k].Actor.Next();
                Assert.Equal((tick, 5 + (100 * k)), (frame.FirstTick, frame.Width));
            }
        }
    }

    [Fact]
    public void WhereNobodyListensAFrameTakesTheOtherWayAndLaterTheConnection()
    {
        int free = FreePort.Find();
        using FrameLab elsewhere = new();
        FrameConnection connection = elsewhere.Connect(free);
        CollectingRef other = new();
        Assert.False(connection.Send(connection.Open(new FramePort(free, new byte[16])), FrameLab.Frame(1, 3)));
        FrameRef reference = new(other, connection, 0);
        EmissionFrame frame = FrameLab.Frame(2, 3);
        reference.Tell(frame, Akka.Actor.ActorRefs.NoSender);
        reference.Tell("no frame", Akka.Actor.ActorRefs.NoSender);
        Assert.Same(frame, other.Next());
        Assert.Equal("no frame", other.Next());

        using FrameLab lab = new(port: free);
        (CollectingRef actor, FramePort port) = lab.Admit();
        FrameLab.Send(connection, connection.Open(port), FrameLab.Frame(3, 3));
        Assert.Equal(3, Assert.IsType<EmissionFrame>(actor.Next()).FirstTick);
    }

    [Fact]
    public void AfterABreakThereIsANewConnectionWithTheSameChannels()
    {
        int port = FreePort.Find();
        using FrameLab caller = new();
        FrameConnection connection = caller.Connect(port);
        byte[] token;
        int channel;
        using (FrameLab first = new(port: port))
        {
            (CollectingRef actor, FramePort there) = first.Admit();
            (token, channel) = (there.Token, connection.Open(there));
            FrameLab.Send(connection, channel, FrameLab.Frame(1, 3));
            actor.Next();
        }

        Assert.True(
            SpinWait.SpinUntil(() => !connection.Send(channel, FrameLab.Frame(2, 3)), TimeSpan.FromSeconds(30)));
        using FrameLab second = new(port: port);
        CollectingRef again = new();
        second.Receivers.Add(again, token);
        FrameLab.Send(connection, channel, FrameLab.Frame(3, 3));
        Assert.Equal(3, Assert.IsType<EmissionFrame>(again.Next()).FirstTick);
    }

    [Fact]
    public void AnActorThatIsDismissedTakesNothingAndOthersDo()
    {
        using FrameLab lab = new();
        (CollectingRef gone, FramePort past) = lab.Admit();
        (CollectingRef actor, FramePort port) = lab.Admit();
        lab.Receivers.Remove(past.Token);
        FrameConnection connection = lab.Connect();
        int first = connection.Open(port), second = connection.Open(past);
        FrameLab.Send(connection, second, FrameLab.Frame(1, 3));
        FrameLab.Send(connection, first, FrameLab.Frame(2, 3));
        Assert.Equal(2, Assert.IsType<EmissionFrame>(actor.Next()).FirstTick);
        Assert.Equal(0, gone.Count);
    }

    [Fact]
    public void ACertificateOfAnotherAuthorityOpensNoConnection()
    {
        using FrameLab lab = new(Certificates.Issue(_folder, "a", "there"));
        (CollectingRef actor, FramePort port) = lab.Admit();
        FrameConnection stranger = lab.Connect(Certificates.Issue(_folder, "b", "stranger"));
        FrameConnection plain = lab.Connect();
        FrameConnection known = lab.Connect(Certificates.Issue(_folder, "a", "here"));
        (int a, int b, int c) = (stranger.Open(port), plain.Open(port), known.Open(port));
        stranger.Send(a, FrameLab.Frame(1, 3));
        plain.Send(b, FrameLab.Frame(2, 3));
        FrameLab.Send(known, c, FrameLab.Frame(3, 3));
        Assert.Equal(3, Assert.IsType<EmissionFrame>(actor.Next()).FirstTick);
        Assert.Equal(0, actor.Count);
    }
}
