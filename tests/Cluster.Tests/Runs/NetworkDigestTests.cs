using System.Security.Cryptography;
using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>
/// The digest is pinned: it may change only in a release that announces it. The expected value was computed elsewhere
/// from the description alone.
/// </summary>
public sealed class NetworkDigestTests
{
    private const string Expected = "1f16e0020047fbf17f70b2aeb1423b96418c3495d248456e6a1c208087bde3ca";

    private static readonly AreaState s_first = new(
        1, 7, [new("W", 2, 3, [1, -2, 0.5, -0.0, 1e-300, double.PositiveInfinity]), new("u", 2, 1, [0.1, 0.2])]);
    private static readonly AreaState s_second = new(2, 7, [new("xi", 1, 1, [3.141592653589793])]);

    [Fact]
    public void OfAHandMadeState() => Assert.Equal(Expected, NetworkDigest.Compute([s_first, s_second]));

    [Fact]
    public void OfABlockThatIsHashedInSeveralParts()
    {
        double[] values = [.. Enumerable.Range(0, 150_000).Select(i => 1.0 / (i + 1))];
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        foreach (long number in (long[])[3, 7, 150, 1000])
            writer.Write(number);
        foreach (double value in values)
            writer.Write(value);

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(stream.ToArray())),
            NetworkDigest.Compute([new AreaState(3, 7, [new StateBlock("W", 150, 1000, values)])]));
    }

    [Fact]
    public void TheOrderOfTheAreasDoesNotMatter() => Assert.Equal(Expected, NetworkDigest.Compute([s_second, s_first]));

    [Fact]
    public void EveryBitTickAndShapeMatters()
    {
        AreaState[] changed =
        [
            s_first with { Tick = 8 },
            s_first with { Area = 3 },
            s_first with
            {
                Blocks =
                [
                    s_first.Blocks[0] with { Values = [1, -2, 0.5, 0.0, 1e-300, double.PositiveInfinity] },
                    s_first.Blocks[1],
                ],
            },
            s_first with
            {
                Blocks =
                [
                    s_first.Blocks[0] with
                    {
                        Values = [1, -2, 0.5, -0.0, Math.BitIncrement(1e-300), double.PositiveInfinity],
                    },
                    s_first.Blocks[1],
                ],
            },
            s_first with { Blocks = [s_first.Blocks[0] with { Rows = 3, Columns = 2 }, s_first.Blocks[1]] },
            s_first with { Blocks = [s_first.Blocks[1], s_first.Blocks[0]] },
        ];
        string[] digests = [.. changed.Select(state => NetworkDigest.Compute([state, s_second])).Append(Expected)];
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void OfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NetworkDigest.Compute([]));
}
