using System.Text.Json;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.Settings;

/// <summary>The log of a process: forms and levels from each source; a HOCON file; the same digest.</summary>
public sealed class ProcessLogTests : IDisposable
{
    private readonly SettingsLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("option")]
    [InlineData("variable")]
    [InlineData("file")]
    public async Task WhatIsWrongIsAJsonObjectWhereThatIsAskedFor(string source)
    {
        if (source == "variable")
            _lab.Environment["PALACTORS_LOG_FORMAT"] = "json";
        if (source == "file")
            _lab.WriteSettings("\"LogFormat\": \"json\"");
        string[] option = source == "option" ? ["--log-format", "json"] : [];

        Invocation run = await _lab.RunAsync(["run", "yin-yan", .. option]);

        Assert.Equal(ExitCodes.BadInput, run.Code);
        JsonElement line = JsonDocument.Parse(Assert.Single(run.Error.TrimEnd().Split('\n'))).RootElement;
        Assert.Equal(
            ("Error", "PalActors"), (line.GetProperty("level").GetString(), line.GetProperty("category").GetString()));
        Assert.Contains("'yin-yan'", line.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, line.GetProperty("time").GetDateTimeOffset().Offset);
    }

    [Fact]
    public async Task ALevelLeavesOutWhatIsBelow()
    {
        // A node that finds no seed says so at the level error.
        string[] node = ["node", "--join", "127.0.0.1:1", "--give-up-after", "1s"];
        Assert.Contains("gave up", (await _lab.RunAsync(node)).Error, StringComparison.Ordinal);
        _lab.Write(SettingsFile.Name, "{ \"Logging\": { \"LogLevel\": { \"Default\": \"Critical\" } } }");
        Assert.Equal("", (await _lab.RunAsync(node)).Error);
        _lab.Environment["PALACTORS_LOG_LEVEL"] = "error";
        Assert.Contains("gave up", (await _lab.RunAsync(node)).Error, StringComparison.Ordinal);
        Assert.Equal("", (await _lab.RunAsync([.. node, "--log-level", "none"])).Error);
    }

    [Fact]
    public async Task ActorSystemsLogFromTheLevelOfTheirCategory()
    {
        string file = _lab.Write("small.yaml", Palactors.Small);
        string[] run = ["run", file, "--quiet", "--out"];

        Invocation usual = await _lab.RunAsync([.. run, _lab["usual"], "--log-level", "debug"]);
        Invocation more = await _lab.RunAsync(
            [.. run, _lab["more"], "--log-level", "Akka=debug", "--log-format", "json"]);

        Assert.Equal((ExitCodes.Success, ""), (usual.Code, usual.Error));
        Assert.Equal(ExitCodes.Success, more.Code);
        Assert.NotEmpty(more.Error);
        Assert.All(
            more.Error.TrimEnd().Split('\n'),
            line => Assert.Equal("Akka", JsonDocument.Parse(line).RootElement.GetProperty("category").GetString()));
    }

    [Fact]
    public async Task AllThatConcernsTheProcessChangesNoDigest()
    {
        string file = _lab.Write("small.yaml", Palactors.Small);
        string[] run = ["run", file, "--quiet", "--digest", "--out"];
        Invocation plain = await _lab.RunAsync([.. run, _lab["plain"]]);
        _lab.Write("own.conf", "palactors.lane-0.throughput = 1\nakka.actor.default-dispatcher.throughput = 5");
        _lab.Environment["PALACTORS_LOG_FORMAT"] = "json";
        _lab.WriteSettings($"\"Hocon\": \"{_lab["own.conf"]}\", \"Keep\": 1, \"Window\": 3, \"LogLevel\": \"debug\"");
        Invocation all = await _lab.RunAsync([.. run, _lab["all"]]);

        Assert.Equal((ExitCodes.Success, ExitCodes.Success), (plain.Code, all.Code));
        Assert.Equal(Digest(plain), Digest(all));

        static string Digest(Invocation invocation) =>
            Assert.Single(invocation.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("akka.remote.untrusted-mode = off", "sets akka.remote.untrusted-mode, which may not be overridden")]
    [InlineData("palactors.lane-0.throughput = 0", "sets palactors.lane-0.throughput to '0'; valid is a whole number")]
    [InlineData("akka.cluster.gossip-interval = ${nowhere}", "is no HOCON: ")]
    public async Task AHoconFileThatMayNotBeTakenIsRefusedBeforeTheRun(string text, string problem)
    {
        string file = _lab.Write("small.yaml", Palactors.Small), hocon = _lab.Write("own.conf", text);
        string[] run = ["run", file, "--out", _lab["out"], "--hocon", hocon];
        Palactors.AssertRefused(await _lab.RunAsync(run), $"--hocon: '{hocon}' {problem}");
        Assert.False(Directory.Exists(_lab["out"]));
        Palactors.AssertRefused(await _lab.RunAsync("node", "--join", "127.0.0.1:1", "--hocon", hocon), problem);
    }
}
