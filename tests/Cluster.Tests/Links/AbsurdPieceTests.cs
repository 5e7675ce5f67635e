using PalActors.Clustering.Links;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Links;

/// <summary>Pieces and acknowledgements that no correct end of a link sends leave it unchanged.</summary>
public sealed class AbsurdPieceTests
{
    [Fact]
    public void AnAcknowledgementOfWhatWasNotSentFreesNothing()
    {
        List<IControlMessage> sent = [];
        ControlLink link = new(0, 1, 2, sent.Add);
        link.Send([1, 2, 3], TimeSpan.Zero);
        foreach (long sequence in new[] { long.MaxValue, 2, 0, -1, long.MinValue })
            link.Acknowledged(sequence, TimeSpan.Zero);
        Assert.False(link.Idle);
        link.Remind(ControlLink.Silence);
        Assert.Equal(2, sent.Count);
        link.Acknowledged(1, TimeSpan.Zero);
        Assert.True(link.Idle);
    }

    [Fact]
    public void APieceThatNobodyCouldHaveCutTakesNoNumber()
    {
        List<IControlMessage> sent = [];
        ControlLink link = new(0, 1, 2, sent.Add);
        Assert.Null(link.Accept(new LinkPart(0, 1, 3, 1, -1, [9])));
        Assert.Null(link.Accept(new LinkPart(0, 1, 3, 1, 0, new byte[ControlLink.PartSize + 1])));
        Assert.Empty(sent);
        Assert.Null(link.Accept(new LinkPart(0, 1, 3, long.MaxValue, 0, [9])));
        Assert.Null(link.Accept(new LinkPart(0, 1, 3, long.MinValue, 0, [9])));
        Assert.Equal([1, 2, 3], link.Accept(new LinkPart(0, 1, 3, 1, 0, [1, 2, 3])));
        Assert.Equal(new LinkAcknowledged(0, 1, 2, 1), sent[^1]);
    }
}
