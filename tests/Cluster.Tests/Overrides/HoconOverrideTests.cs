using Akka.Actor;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Overrides;
using PalActors.Clustering.Remoting;

namespace PalActors.Cluster.Tests.Overrides;

/// <summary>What a user may override of the settings of actor systems.</summary>
public sealed class HoconOverrideTests
{
    // A value that each kind takes, and one that it refuses.
    private static readonly Dictionary<OverrideKind, (string Good, string Bad)> s_values = new()
    {
        [OverrideKind.Time] = ("250ms", "-1s"),
        [OverrideKind.Count] = ("3", "0"),
        [OverrideKind.Real] = ("1.5", "many"),
        [OverrideKind.Switch] = ("on", "perhaps"),
    };

    [Theory]
    [InlineData("akka.remote.untrusted-mode = off", "akka.remote.untrusted-mode")]
    [InlineData("akka { remote { trusted-selection-paths = [\"/user\"] } }", "akka.remote.trusted-selection-paths")]
    [InlineData("akka.actor.serializers.json = \"X, Y\"", "akka.actor.serializers.json")]
    [InlineData("akka.actor.serialization-bindings { \"System.Object\" = json }", "akka.actor.serialization-bindings.")]
    [InlineData("akka.actor.serialization-identifiers.x = 1", "akka.actor.serialization-identifiers.x")]
    [InlineData("akka.actor.provider = local", "akka.actor.provider")]
    [InlineData("akka.actor.deployment { \"/node\".remote = \"akka.tcp://a@b:1\" }", "akka.actor.deployment.")]
    [InlineData("akka.remote.deployment.enable-whitelist = off", "akka.remote.deployment.enable-whitelist")]
    [InlineData("akka.remote.dot-netty.tcp.hostname = 0.0.0.0", "akka.remote.dot-netty.tcp.hostname")]
    [InlineData("akka.remote.dot-netty.tcp.enable-ssl = off", "akka.remote.dot-netty.tcp.enable-ssl")]
    [InlineData("akka.remote.dot-netty.tcp.maximum-frame-size = 5b", "akka.remote.dot-netty.tcp.maximum-frame-size")]
    [InlineData("akka.remote.handshake-timeout = 1h", "akka.remote.handshake-timeout")]
    [InlineData("akka.cluster.downing-provider-class = \"\"", "akka.cluster.downing-provider-class")]
    [InlineData("akka.cluster.seed-nodes = []", "akka.cluster.seed-nodes")]
    [InlineData("akka.extensions = [\"X, Y\"]", "akka.extensions")]
    [InlineData("akka.loggers = [\"X, Y\"]", "akka.loggers")]
    [InlineData("palactors.lane-0.executor = task-executor", "palactors.lane-0.executor")]
    [InlineData("palactors.lane-0-turns.throughput = 9", "palactors.lane-0-turns.throughput")]
    [InlineData("akka.actor.default-dispatcher.type = \"X, Y\"", "akka.actor.default-dispatcher.type")]
    public void APromiseIsRefusedByName(string text, string name)
    {
        FormatException refused = Assert.Throws<FormatException>(() => HoconOverrides.Parse(text));
        Assert.StartsWith($"sets {name}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("may not be overridden; valid are", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("akka.cluster.gossip-interval = ${nowhere}")]
    [InlineData("[1, 2]")]
    public void WhatIsNoHoconIsRefusedInOneLine(string text)
    {
        FormatException refused = Assert.Throws<FormatException>(() => HoconOverrides.Parse(text));
        Assert.StartsWith("is no HOCON: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void AnEmptyFileOverridesNothing(string text) => Assert.Equal("", HoconOverrides.Parse(text).Text);

    [Fact]
    public void EachSettingTakesGoodValuesAndRefusesOthers()
    {
        foreach ((string path, OverrideKind kind) in OverrideTable.Rows)
        {
            string name = path.Replace("lane-*", "lane-12", StringComparison.Ordinal)
                .Replace("*", "lifecycle", StringComparison.Ordinal);
            (string good, string bad) = Values(kind);
            string text = $"{name} = {good}";
            Assert.Equal(text, HoconOverrides.Parse(text).Text);
            FormatException refused = Assert.Throws<FormatException>(() => HoconOverrides.Parse($"{name} = {bad}"));
            Assert.Equal($"sets {name} to '{bad}'; valid is {kind.Valid}", refused.Message);
            Assert.Throws<FormatException>(() => HoconOverrides.Parse($"{name} = [{good}]"));
        }
    }

    [Fact]
    public void EachSettingIsOneOfTheActorSystemAndANodeStartsWithAll()
    {
        using ActorSystem usual = ClusterConfiguration.Start(["area"], new RemotingOptions(), 1, 1);
        (string Path, OverrideKind Kind)[] named = [.. OverrideTable.Rows.Where(row => !row.Path.Contains('*'))];
        Assert.All(
            named.Where(row => !row.Path.Contains("-dispatcher.", StringComparison.Ordinal)),
            row => Assert.True(usual.Settings.Config.HasPath(row.Path), row.Path));

        string text = string.Join('\n', named.Select(row => $"{row.Path} = {Values(row.Kind).Good}"));
        using ActorSystem system = ClusterConfiguration.Start(
            ["area"], new RemotingOptions(), 1, 1, HoconOverrides.Parse(text).Text);
        foreach (string dispatcher in named.Select(row => row.Path).Where(path => path.EndsWith(".executor")))
        {
            string id = dispatcher[..dispatcher.LastIndexOf('.')];
            Assert.Equal(3, system.Dispatchers.Lookup(id).Throughput);
        }
    }

    [Theory]
    [InlineData("channel-executor")]
    [InlineData("task-executor")]
    public void ANodeStartsWithEachExecutor(string executor)
    {
        string[] rows =
            [.. OverrideTable.Rows.Select(row => row.Path).Where(path => path.EndsWith(".executor"))];
        string text = string.Join('\n', rows.Select(path => $"{path} = {executor}"));
        using ActorSystem system = ClusterConfiguration.Start(
            ["area"], new RemotingOptions(), 1, 1, HoconOverrides.Parse(text).Text);
        Assert.All(rows, path => Assert.NotNull(system.Dispatchers.Lookup(path[..^".executor".Length])));
    }

    [Fact]
    public void OverridesTakeEffect()
    {
        HoconOverrides overrides = HoconOverrides.Parse(
            "palactors.lane-0.throughput = 7, akka.cluster.failure-detector.acceptable-heartbeat-pause = 9s");
        using ActorSystem system =
            ClusterConfiguration.Start(["area"], new RemotingOptions(), 1, 1, overrides.Text);
        Assert.Equal(7, system.Dispatchers.Lookup(ActorSystems.Lane(0)).Throughput);
        Assert.Equal(
            TimeSpan.FromSeconds(9),
            system.Settings.Config.GetTimeSpan("akka.cluster.failure-detector.acceptable-heartbeat-pause"));
        Assert.True(system.Settings.Config.GetBoolean("akka.remote.untrusted-mode"));
    }

    private static (string Good, string Bad) Values(OverrideKind kind) =>
        s_values.TryGetValue(kind, out (string, string) values) ? values : (kind.Valid.Split(' ')[0], "nothing");
}
