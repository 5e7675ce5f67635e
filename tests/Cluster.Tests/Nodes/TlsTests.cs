using System.Security.Cryptography.X509Certificates;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// Mutual TLS between nodes: a node joins if and only if the authority has signed its certificate, on either side.
/// </summary>
public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task NodesWithCertificatesOfOneAuthorityRunTogetherAndOthersAreKeptOut()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        TlsOptions seed = Issue("a", "seed"), node = Issue("a", "node"), stranger = Issue("b", "stranger");
        await using ClusterFixture cluster = new([plan], nodes: 1, remoting: new RemotingOptions { Tls = seed });
        Task<SessionEnd> other = await cluster.JoinAsync(
            remoting: new RemotingOptions { Tls = stranger }, giveUpAfter: TimeSpan.FromSeconds(3));
        Task<SessionEnd> plain = await cluster.JoinAsync(giveUpAfter: TimeSpan.FromSeconds(3));
        SessionEnd refused = await other.WaitAsync(ClusterFixture.Limit);
        Assert.Equal(SessionEndKind.SeedLost, refused.Kind);
        Assert.Contains("certificates of another authority or host", refused.Reason, StringComparison.Ordinal);
        Assert.Contains(
            "does not answer as a seed",
            (await plain.WaitAsync(ClusterFixture.Limit)).Reason,
            StringComparison.Ordinal);
        await cluster.JoinAsync(remoting: new RemotingOptions { Tls = node });
        Assert.Equal(ClusterFixture.PlainDigest(plan), Assert.Single(await cluster.EndAsync()).Digest);
    }

    [Theory]
    [InlineData("seed.example", false, false)]
    [InlineData("seed.example", true, true)]
    [InlineData("localhost", false, false)]
    [InlineData("127.0.0.1", false, true)]
    public async Task ASeedWhoseCertificateIsForAnotherHostIsJoinedOnlyIfSignaturesCountAlone(
        string name, bool signaturesOnly, bool joins)
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", train: 20, validation: 5);
        TlsOptions seed = Issue("a", "seed", name), node = Issue("a", "node") with { SignaturesOnly = signaturesOnly };
        await using ClusterFixture cluster = new([plan], nodes: 1, remoting: new RemotingOptions { Tls = seed });
        Task<SessionEnd> session = await cluster.JoinAsync(
            remoting: new RemotingOptions { Tls = node },
            giveUpAfter: joins ? null : TimeSpan.FromSeconds(3));
        if (joins)
        {
            await cluster.EndAsync();
            Assert.Equal(SessionEndKind.RunOver, (await session.WaitAsync(ClusterFixture.Limit)).Kind);
            return;
        }

        SessionEnd end = await session.WaitAsync(ClusterFixture.Limit);
        Assert.Equal(SessionEndKind.SeedLost, end.Kind);
        Assert.Contains("or host", end.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ssl.tcp://palactors@m1.lab:4053", true)]
    [InlineData("ssl.tcp://palactors@m2.lab:4053", false)]
    [InlineData("ssl.tcp://palactors@area-3.area.lab:4053", true)]
    [InlineData("ssl.tcp://palactors@area.lab:4053", false)]
    [InlineData("ssl.tcp://palactors@[::1]:4053", true)]
    [InlineData("ssl.tcp://palactors@[::2]:4053", false)]
    [InlineData("[::ffff:192.0.2.1]:54310", true)]
    public void NamesAreComparedWhereAConnectionIsOpened(string peer, bool fits)
    {
        using X509Certificate2 certificate = Issue("a", "node", "m1.lab", "*.area.lab", "::1").Load();
        Assert.Equal(fits, TlsOptions.IsFor(certificate, peer));
    }

    [Fact]
    public void FilesThatDoNotFitAreNamed()
    {
        TlsOptions a = Issue("a", "node"), b = Issue("b", "node");
        Assert.Null(a.Problem(Option));
        Names("is not signed by", a with { Authority = b.Authority });
        Names("the option Key is missing", a with { Key = "" });
        Names("is not there", a with { Certificate = "nowhere.pem" });
        Names("cannot be read", a with { Key = b.Key });
        Names("cannot be read", a with { Certificate = a.Key });

        static void Names(string problem, TlsOptions files) =>
            Assert.Contains(problem, files.Problem(Option), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.0.0.0", null, "that nobody can connect to")]
    [InlineData("0.0.0.0", "host", "without TLS")]
    [InlineData("192.0.2.1", null, "without TLS")]
    [InlineData("localhost", null, "valid is an IP address")]
    [InlineData("127.0.0.1", "a b", "the option PublicHost is 'a b'")]
    public void WithoutTlsOnlyLoopbackIsListenedTo(string bind, string? host, string problem) =>
        Assert.Contains(
            problem, new RemotingOptions { Bind = bind, PublicHost = host }.Problem(Option), StringComparison.Ordinal);

    [Fact]
    public void OnANetworkThatTheUserTrustsPlainIsAllowed() =>
        Assert.Null(new RemotingOptions { Bind = "0.0.0.0", PublicHost = "host", AllowPlain = true }.Problem(Option));

    private static string Option(string property) => $"the option {property}";

    private TlsOptions Issue(string authority, string name, params string[] hosts) =>
        Certificates.Issue(_folder, authority, name, hosts);
}
