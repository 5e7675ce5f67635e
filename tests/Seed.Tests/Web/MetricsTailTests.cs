using PalActors.Lab;
using PalActors.Lab.Results;
using PalActors.Web.Data;

namespace PalActors.Seed.Tests.Web;

/// <summary>What is read of a metrics.csv that another process writes.</summary>
public sealed class MetricsTailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MetricsTail _tail;

    public MetricsTailTests() => _tail = new MetricsTail(File_);

    private string File_ => _folder["metrics.csv"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AFileThatIsNotThereYetHasNoRows()
    {
        Assert.Empty(_tail.Read(out bool isAnew));
        Assert.False(isAnew);
    }

    [Fact]
    public void EachLookFindsWhatWasAddedAndNoLineThatIsBeingWritten()
    {
        Write($"{MetricsFile.Header}\n{Row(1)}\n{Row(2)}");
        Assert.Equal([1], Ticks());
        Write($"{MetricsFile.Header}\n{Row(1)}\n{Row(2)}\n{Row(3)}\n");
        Assert.Equal([2, 3], Ticks());
        Assert.Empty(Ticks());
    }

    [Fact]
    public void AFileThatWasCutBackIsReadAnewEvenIfItHasGrownPastItsLengthBefore()
    {
        Write($"{MetricsFile.Header}\n{Row(1)}\n{Row(2)}\n");
        Ticks();
        Write($"{MetricsFile.Header}\n{Row(1)}\n{Row(4)}\n{Row(5)}\n{Row(6)}\n");
        long[] ticks = [.. _tail.Read(out bool isAnew).Select(row => row.Tick)];
        Assert.True(isAnew);
        Assert.Equal([1, 4, 5, 6], ticks);
        Write($"{MetricsFile.Header}\n{Row(1)}\n");
        Assert.Single(_tail.Read(out isAnew));
        Assert.True(isAnew);
    }

    [Theory]
    [InlineData("a,b\n")]
    [InlineData(MetricsFile.Header + "\n1,PAL,x,0,,accuracy,1\n")]
    public void AnotherFileIsRefusedInOneLine(string text)
    {
        Write(text);
        InputException problem = Assert.Throws<InputException>(() => _tail.Read(out _));
        Assert.Contains(RunFiles.Metrics, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    private static string Row(int tick) => $"1,PAL,{tick},0,,accuracy_validation,0.5";

    private void Write(string text) => File.WriteAllText(File_, text);

    private long[] Ticks()
    {
        long[] ticks = [.. _tail.Read(out bool isAnew).Select(row => row.Tick)];
        Assert.False(isAnew);
        return ticks;
    }
}
