using System.Text.Json;
using Microsoft.Extensions.Logging;
using PalActors.Clustering.Logging;

namespace PalActors.Cluster.Tests.Logging;

/// <summary>Lines of a log: forms, levels, scopes.</summary>
public sealed class LineLogTests
{
    private readonly StringWriter _target = new();

    private string[] Lines =>
        _target.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public void PeopleReadMessagesAndTheLevelsOfOtherPrograms()
    {
        using ILoggerFactory factory = Factory(LogFormat.Text);
        Write(factory.CreateLogger("PalActors.Connections"), LogLevel.Warning, "a connection");
        Write(factory.CreateLogger("Akka"), LogLevel.Error, "[akka://x]: it failed");
        Assert.Equal(["palactors: a connection", "palactors: Error: [akka://x]: it failed"], Lines);
    }

    [Fact]
    public void AJsonLineHasTheScopesOfTheProcessAndOfTheEvent()
    {
        LineLog log = new(_target, LogFormat.Json);
        log.Hold("run", "runs/\"a\"");
        using ILoggerFactory factory = LineLog.Factory(log);
        ILogger logger = factory.CreateLogger("PalActors");
        using (logger.BeginScope(new Dictionary<string, object> { ["generation"] = 2, ["area"] = "V1" }))
            Write(logger, LogLevel.Warning, "two\nlines");
        Write(logger, LogLevel.Information, "after");

        JsonElement first = JsonDocument.Parse(Lines[0]).RootElement, second = JsonDocument.Parse(Lines[1]).RootElement;
        Assert.Equal(
            ["time", "level", "category", "message", "scopes"], first.EnumerateObject().Select(member => member.Name));
        Assert.Equal("two\nlines", first.GetProperty("message").GetString());
        JsonElement scopes = first.GetProperty("scopes");
        Assert.Equal("runs/\"a\"", scopes.GetProperty("run").GetString());
        Assert.Equal(2, scopes.GetProperty("generation").GetInt32());
        Assert.Equal("V1", scopes.GetProperty("area").GetString());
        Assert.Equal(["run"], second.GetProperty("scopes").EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("", "PalActors", LogLevel.Information)]
    [InlineData("", "Akka", LogLevel.Error)]
    [InlineData("Default=Warning", "PalActors.Run", LogLevel.Warning)]
    [InlineData("Default=Trace", "Akka", LogLevel.Error)]
    [InlineData("Default=Critical", "Akka", LogLevel.Critical)]
    [InlineData("Akka=Debug", "Akka", LogLevel.Debug)]
    [InlineData("Akka=Debug", "PalActors", LogLevel.Information)]
    public void ACategoryIsWrittenFromItsLevelOn(string levels, string category, LogLevel lowest)
    {
        using ILoggerFactory factory = Factory(LogFormat.Text, levels);
        ILogger logger = factory.CreateLogger(category);
        Assert.Equal(
            Enum.GetValues<LogLevel>().Where(level => level >= lowest && level != LogLevel.None),
            Enum.GetValues<LogLevel>().Where(logger.IsEnabled));
    }

    [Theory]
    [InlineData("", "ERROR")]
    [InlineData("Akka=Trace", "DEBUG")]
    [InlineData("Akka=Information", "INFO")]
    [InlineData("Akka=Warning", "WARNING")]
    [InlineData("Akka=None", "ERROR")]
    public void AnActorSystemMakesNoEntriesThatNobodySees(string levels, string name)
    {
        using ILoggerFactory factory = Factory(LogFormat.Text, levels);
        Assert.Equal($"akka.loglevel = {name}\n", new LogSetup(factory).Configuration);
    }

    private ILoggerFactory Factory(LogFormat format, string levels = "") => LineLog.Factory(
        new LineLog(_target, format),
        [
            .. levels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).Select(
                one => new LoggerFilterRule(
                    null, one[0] == "Default" ? null : one[0], Enum.Parse<LogLevel>(one[1]), null)),
        ]);

    private static void Write(ILogger logger, LogLevel level, string text) =>
        logger.Log(level, default, text, null, static (line, _) => line);
}
