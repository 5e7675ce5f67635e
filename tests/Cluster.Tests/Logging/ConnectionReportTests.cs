using Akka.Event;
using PalActors.Clustering.Logging;

namespace PalActors.Cluster.Tests.Logging;

/// <summary>What is logged of connections: a readable line per other end and minute.</summary>
public sealed class ConnectionReportTests
{
    private const string Server = "TcpServerHandler (akka://palactors)";

    private readonly ManualTime _time = new();
    private readonly ConnectionReport _report;

    public ConnectionReportTests() => _report = new ConnectionReport(_time);

    [Theory]
    [InlineData(
        "akka.tcp://palactors@127.0.0.1:4053/system/transports/akkaprotocolmanager.tcp.0/"
            + "akkaProtocol-tcp%3A%2F%2Fpalactors%40%5B%3A%3Affff%3A10.1.2.3%5D%3A53676-37",
        "No response from remote for inbound association. Handshake timed out",
        "from 10.1.2.3 is refused: it says nothing that a node says")]
    [InlineData(
        Server,
        "Error caught channel [[::ffff:127.0.0.1]:4053->[::ffff:10.1.2.3]:53320](Id=4baca6ec) "
            + "Adjusted frame length exceeds 1048576: 542393675 - discarded",
        "from 10.1.2.3 is refused: it does not speak the protocol of nodes")]
    [InlineData(
        Server,
        "Error caught channel [[fd00::1]:4053->[fd00::17]:53320](Id=4baca6ec) not an SSL/TLS record: 4745",
        "from fd00::17 is refused: it does not speak TLS")]
    [InlineData(
        "TcpClientHandler (akka://palactors)",
        "TLS handshake failed on channel [[::ffff:127.0.0.1]:40700->[::ffff:10.1.2.3]:4053](Id=7cce4a08)\n"
            + "TLS handshake failed (Client side):\n  Error: The remote certificate was rejected by the callback.",
        "to 10.1.2.3 is refused: its certificate is not signed by this node's authority")]
    [InlineData(
        "remoting (akka://palactors)", "something new\nover several lines",
        "from an unknown address is refused: something new;")]
    public void ALineNamesTheOtherEndAndTheReason(string source, string message, string line)
    {
        Assert.True(ConnectionReport.IsConcerned(new Error(null, source, typeof(string), message)));
        string? said = _report.Line(source, message);
        Assert.Contains(line, said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said!);
    }

    [Fact]
    public void WhatTheTransportSaysOfItsStartIsNoTrouble() =>
        Assert.False(ConnectionReport.IsConcerned(
            new Info("remoting (akka://palactors)", typeof(string), "Remoting started; listening on addresses")));

    [Fact]
    public void AnAddressCostsOneLineAMinute()
    {
        int lines = 0;
        // A connection a second for ten minutes.
        for (int second = 0; second < 600; second++)
        {
            if (_report.Line(Server, Message("10.1.2.3", 1024 + second)) is not null)
                lines++;
            _time.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(10, lines);
        Assert.NotNull(_report.Line(Server, Message("10.1.2.4", 1024)));
    }

    [Fact]
    public void AThousandAddressesAMinuteAreReportedAndNoMore()
    {
        int lines = 0;
        for (int i = 0; i < 5000; i++)
        {
            if (_report.Line(Server, Message($"10.1.{i / 250}.{i % 250}", 1024)) is not null)
                lines++;
        }

        Assert.InRange(lines, 1000, 1001);
        _time.Pass(TimeSpan.FromMinutes(1));
        Assert.NotNull(_report.Line(Server, Message("10.2.2.2", 1024)));
    }

    private static string Message(string address, int port) =>
        $"Error caught channel [[::ffff:127.0.0.1]:4053->[::ffff:{address}]:{port}](Id=4baca6ec) frame length";

    private sealed class ManualTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Pass(TimeSpan time) => _now += time.Ticks;
    }
}
