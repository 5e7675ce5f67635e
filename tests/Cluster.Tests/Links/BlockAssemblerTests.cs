using PalActors.Clustering.Links;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Links;

/// <summary>Blocks come together from parts that follow each other, and from no others.</summary>
public sealed class BlockAssemblerTests
{
    private static readonly CarriedBlock s_begin = Part(0, [1, 2]), s_end = Part(2, [3, 4]);

    public static TheoryData<string, CarriedBlock[]> Broken => new()
    {
        { "no beginning", [s_end] },
        { "no end", [s_begin] },
        { "an end twice", [s_begin, s_end, s_end] },
        { "a beginning twice", [s_begin, s_begin, s_end] },
        { "a gap", [Part(0, [1]), s_end] },
        { "too much", [s_begin, Part(2, [3, 4, 5])] },
        { "before the block", [s_begin, Part(-2, [3, 4])] },
        { "fewer rows than none", [Part(0, [], rows: -1)] },
        { "fewer columns than none", [Part(0, [], rows: 1, columns: -4)] },
        { "more values than an array holds", [Part(0, [1], rows: int.MaxValue, columns: int.MaxValue)] },
        { "a block that cannot be, then one that can", [Part(0, [1], 1 << 16, 1 << 15), s_begin, s_end] },
    };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void PartsThatNoCorrectSenderMakesGiveNothingAndDoNotLast(string what, CarriedBlock[] parts)
    {
        BlockAssembler blocks = new();
        foreach (CarriedBlock part in parts)
            blocks.Accept(part);

        Assert.True(blocks.Take() is null, what);

        blocks.Accept(s_begin);
        blocks.Accept(s_end);
        Assert.Equal([1, 2, 3, 4], Assert.Single(blocks.Take()!.Value.State).Values);
    }

    [Fact]
    public void BlocksKeepTheirOrderAndDelayLinesAreApart()
    {
        BlockAssembler blocks = new();
        blocks.Accept(new CarriedBlock(false, new StateBlock("none", 0, 7, []), 0));
        blocks.Accept(s_begin);
        blocks.Accept(s_end);
        blocks.Accept(new CarriedBlock(true, new StateBlock("up-2", 1, 1, [5]), 0));

        (StateBlock[] state, StateBlock[] emitted) = blocks.Take()!.Value;

        Assert.Equal([("none", 0, 7), ("W", 2, 2)], state.Select(block => (block.Name, block.Rows, block.Columns)));
        Assert.Equal("up-2", Assert.Single(emitted).Name);
        Assert.Empty(blocks.Take()!.Value.State);
    }

    private static CarriedBlock Part(int offset, double[] values, int rows = 2, int columns = 2) =>
        new(false, new StateBlock("W", rows, columns, values), offset);
}
