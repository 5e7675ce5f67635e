namespace PalActors.NetLab.Tests;

/// <summary>The commands of the switch: the links that they apply to, and invalid ones that change nothing.</summary>
public sealed class LinksTests
{
    private static readonly string[] s_hosts = ["a", "b", "c"];

    private readonly Links _links = new(s_hosts, new LinkSettings(5, 1, 0), seed: 1);

    private string Cut() => string.Join(
        ' ',
        Pairs().Where(pair => _links[pair.From, pair.To].Cut).Select(pair => s_hosts[pair.From] + s_hosts[pair.To]));

    private static IEnumerable<(int From, int To)> Pairs() =>
        from a in Enumerable.Range(0, 3) from b in Enumerable.Range(0, 3) where a != b select (a, b);

    [Theory]
    [InlineData("cut a b", "ab ba")]
    [InlineData("cut c", "ac bc ca cb")]
    [InlineData("cut", "ab ac ba bc ca cb")]
    [InlineData("cut;heal b", "ac ca")]
    [InlineData("cut;heal", "")]
    public void CutsMeanBothDirections(string commands, string expected)
    {
        foreach (string command in commands.Split(';'))
            _links.Do(command.Split(' '));
        Assert.Equal(expected, Cut());
    }

    [Fact]
    public void SettingsChangeWhereTheyAreMeantTo()
    {
        _links.Do(["set", "a", "b", "delay=20", "jitter=7"]);
        _links.Do(["set", "c", "loss=0.5"]);
        Assert.Equal(new LinkSettings(20, 7, 0), _links[1, 0].Settings);
        Assert.Equal(new LinkSettings(5, 1, 0.5), _links[0, 2].Settings);
    }

    [Fact]
    public void SeveralSettingsAreCheckedTogether()
    {
        _links.Do(["set", "jitter=9", "delay=9"]);
        Assert.Equal(new LinkSettings(9, 9, 0), _links[0, 1].Settings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sever a")]
    [InlineData("cut d")]
    [InlineData("cut a a")]
    [InlineData("cut a b c")]
    [InlineData("cut a delay=1")]
    [InlineData("set a")]
    [InlineData("set delay=-1")]
    [InlineData("set delay=nan")]
    [InlineData("set delay=2 jitter=3")]
    [InlineData("set loss=1.1")]
    [InlineData("set loss=0.1 speed=3")]
    public void AWrongCommandChangesNothing(string command)
    {
        Assert.Throws<FormatException>(() => _links.Do(command.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("", Cut());
        Assert.All(Pairs(), pair => Assert.Equal(new LinkSettings(5, 1, 0), _links[pair.From, pair.To].Settings));
    }
}
