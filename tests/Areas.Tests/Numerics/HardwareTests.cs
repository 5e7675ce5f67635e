using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

public sealed class HardwareTests
{
    [Fact]
    public void AcceptsThisMachine() => Hardware.Require();

    [Theory]
    [InlineData(false, true, "AVX2")]
    [InlineData(true, false, "FMA3")]
    [InlineData(false, false, "AVX2 and FMA3")]
    public void NamesWhatIsMissing(bool avx2, bool fma3, string missing)
    {
        PlatformNotSupportedException error = Assert.Throws<PlatformNotSupportedException>(
            () => Hardware.Require(avx2, fma3));
        Assert.Contains($"lacks {missing},", error.Message, StringComparison.Ordinal);
    }
}
