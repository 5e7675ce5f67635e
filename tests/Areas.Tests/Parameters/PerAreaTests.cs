using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Tests.Parameters;

/// <summary>Values that are indexed by an area's number.</summary>
public sealed class PerAreaTests
{
    [Fact]
    public void AreasCountFromOneAndOthersAreRefused()
    {
        PerArea<int> values = new([5, 6]);
        Assert.Equal(2, values.Count);
        Assert.Equal((5, 6), (values[1], values[2]));
        foreach (int area in new[] { -1, 0, 3 })
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => values[area]);
            Assert.Contains($"area {area} has none", error.Message, StringComparison.Ordinal);
        }
    }
}
