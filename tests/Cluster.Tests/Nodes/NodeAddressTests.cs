using PalActors.Clustering.Remoting;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Hosts and ports as people write them, and the one spelling that addresses have.</summary>
public sealed class NodeAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:4053", "127.0.0.1:4053")]
    [InlineData("127.1:4053", "127.0.0.1:4053")]
    [InlineData("localhost:4053", "127.0.0.1:4053")]
    [InlineData("LOCALHOST:4053", "127.0.0.1:4053")]
    [InlineData("Seed-1.Lab:65535", "seed-1.lab:65535")]
    [InlineData("my_seed:1", "my_seed:1")]
    [InlineData("[::1]:4053", "[::1]:4053")]
    [InlineData("[0:0:0:0:0:0:0:1]:4053", "[::1]:4053")]
    [InlineData("[2001:DB8::A]:4053", "[2001:db8::a]:4053")]
    public void AnAddressHasOneSpelling(string text, string spelt) =>
        Assert.Equal(spelt, NodeAddress.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":4053")]
    [InlineData("seed")]
    [InlineData("seed:")]
    [InlineData("seed:0")]
    [InlineData("seed:65536")]
    [InlineData("seed:-1")]
    [InlineData("seed:+1")]
    [InlineData("seed :4053")]
    [InlineData("a b:4053")]
    [InlineData("akka.tcp://palactors@seed:4053")]
    [InlineData("user@seed:4053")]
    [InlineData("::1:4053")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("[::1:4053")]
    [InlineData("[]:4053")]
    [InlineData("[seed]:4053")]
    [InlineData("[127.0.0.1]:4053")]
    [InlineData("[fe80::1%2]:4053")]
    public void WhatIsNoAddressIsNone(string text) => Assert.Null(NodeAddress.TryParse(text));

    [Theory]
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    [InlineData("::1", null, "[::1]")]
    [InlineData("[::1]", null, "[::1]")]
    [InlineData("0.0.0.0", "LocalHost", "127.0.0.1")]
    [InlineData("0.0.0.0", "M1.Lab", "m1.lab")]
    [InlineData("::", "::1", "[::1]")]
    public void OthersAreToldThatSpelling(string bind, string? publicHost, string host)
    {
        RemotingOptions options = new() { Bind = bind, PublicHost = publicHost, AllowPlain = true };
        Assert.Null(options.Problem(name => name));
        Assert.Equal(host, options.Host);
    }

    [Theory]
    [InlineData("127.0.0.1", "a b")]
    [InlineData("127.0.0.1", "")]
    [InlineData("127.0.0.1", "[seed]")]
    [InlineData("fe80::1%2", null)]
    [InlineData("seed", null)]
    public void AddressesThatNobodyCouldJoinAreRefused(string bind, string? publicHost) =>
        Assert.NotNull(
            new RemotingOptions { Bind = bind, PublicHost = publicHost, AllowPlain = true }.Problem(name => name));
}
