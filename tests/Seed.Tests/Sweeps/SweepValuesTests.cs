using PalActors.Lab;
using PalActors.Lab.Sweeps;
using PalActors.Lab.Sweeps.Axes;
using PalActors.Lab.Texts;


namespace PalActors.Seed.Tests.Sweeps;

/// <summary>Values of an axis, their product, and the lines of the table.</summary>
public sealed class SweepValuesTests
{
    [Theory]
    [InlineData("1,2,3", "1|2|3")]
    [InlineData(" 0.1 , 1e-3 ", "0.1|1e-3")]
    [InlineData("[4,30,3],[4,30,30,3]", "[4,30,3]|[4,30,30,3]")]
    [InlineData("{a: 1, b: [2,3]},x", "{a: 1, b: [2,3]}|x")]
    [InlineData("'a,b',\"c,d\"", "'a,b'|\"c,d\"")]
    [InlineData("0:1:11", "0|0.1|0.2|0.3|0.4|0.5|0.6|0.7|0.8|0.9|1")]
    [InlineData("10:-10:3", "10|0|-10")]
    [InlineData("0:1:4", "0|0.333333333333333|0.666666666666667|1")]
    [InlineData("5,0:2:3,7", "5|0|1|2|7")]
    public void AreRead(string text, string expected) =>
        Assert.Equal(expected.Split('|'), SweepValues.Parse("--over", "key", text));

    [Theory]
    [InlineData("", "key has no values")]
    [InlineData("  ", "key has no values")]
    [InlineData("1,,2", "an empty value")]
    [InlineData("1,2,", "an empty value")]
    [InlineData("1,2,1", "'1' twice")]
    [InlineData("0:1:3,0.5", "'0.5' twice")]
    [InlineData("0:1:1", "n is 1; valid is 2")]
    [InlineData("0:1:0", "n is 0; valid is 2")]
    [InlineData("0:1:10001", "n is 10001")]
    [InlineData("0:1:-3", "not lo:hi:n")]
    [InlineData("0:one:3", "not lo:hi:n")]
    [InlineData("0:NaN:3", "not lo:hi:n")]
    [InlineData("1:1:2", "'1' twice")]
    public void BadOnesAreNamed(string text, string part) =>
        Assert.Contains(
            part,
            Assert.Throws<InputException>(() => SweepValues.Parse("--over", "key", text)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TheLastAxisChangesFastest()
    {
        IReadOnlyList<SweepPoint> points = SweepGrid.Points(
            "--over", [new("a", ["1", "2"]), new("model", ["PAL", "FA"]), new("b", ["x", "y", "z"])]);

        Assert.Equal(12, points.Count);
        Assert.Equal(
            ["a=1, model=PAL, b=x", "a=1, model=PAL, b=y", "a=1, model=PAL, b=z", "a=1, model=FA, b=x"],
            points.Take(4).Select(point => point.Name));
        Assert.Equal("a=2, model=FA, b=z", points[^1].Name);
        // Every row has a column for the model in any case.
        Assert.Equal(["2", "z"], points[^1].Values);
        Assert.Equal(
            [("a", "2"), ("model", "FA"), ("b", "z")], points[^1].Changes.Select(change => (change.Key, change.Value)));
    }

    [Fact]
    public void TooManyPointsAreRefused()
    {
        string[] values = [.. Enumerable.Range(0, 101).Select(i => $"{i}")];
        Assert.Contains(
            "101 x 101 points",
            Assert.Throws<InputException>(() => SweepGrid.Product([new("a", values), new("b", values)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LinesOfTheTableComeBack()
    {
        string[] fields = ["[4,30,3]", "", "a \"word\"", "plain", "\"\""];
        Assert.Equal("\"[4,30,3]\",,\"a \"\"word\"\"\",plain,\"\"\"\"\"\"", Csv.Join(fields));
        Assert.Equal(fields, Csv.Split(Csv.Join(fields)));
    }
}
