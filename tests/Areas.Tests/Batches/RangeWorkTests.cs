using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Ranges of cells that a pass is done in.</summary>
public sealed class RangeWorkTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5000, 1, 1)]
    [InlineData(333, 128, 1)]
    [InlineData(333, 5, 16)]
    [InlineData(50, 3000, 4)]
    public void EachCellIsDoneOnceInRangesThatBeginAtAGrain(int cells, int elements, int grain)
    {
        for (int threads = 1; threads <= 3; threads++)
        {
            int[] done = new int[cells];
            int misplaced = 0;
            RangeWork work = new(new RowSplit(threads) { Least = 1 }, cells, elements, Do, grain);
            work.Run();
            Assert.All(done, times => Assert.Equal(1, times));
            Assert.Equal(0, misplaced);

            void Do(int first, int end)
            {
                if (first % grain != 0 || first >= end || (end % grain != 0 && end != cells))
                    Interlocked.Increment(ref misplaced);
                for (int cell = first; cell < end; cell++)
                    Interlocked.Increment(ref done[cell]);
            }
        }
    }

    [Fact]
    public void OnlyPassesOverEnoughElementsAreShared()
    {
        RowSplit split = new(2);
        Assert.Null(split.TeamForElements(RowSplit.LeastElements - 1));
        Assert.NotNull(split.TeamForElements(RowSplit.LeastElements));
        Assert.Null(new RowSplit(1).TeamForElements(long.MaxValue));
    }
}
