using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests.Recording;

/// <summary>
/// The key <c>record</c>: its meaning, that it reads back, and that every fault in it is refused in one line.
/// </summary>
public sealed class RecordKeyTests
{
    [Fact]
    public void DefaultsAreFilledIn()
    {
        NetworkPlan plan = Plan(
            "[{observable: rate}, {observable: W, area: 2, every: 500}, {observable: B, neurons: [0-2, 4, 1], ticks: "
                + "[50, 7]}, {observable: input, every: 1}, {observable: target}]");

        Assert.Equivalent(
            new RecordingPlan[]
            {
                new("rate", [1, 2], [], 100, []),
                new("W", [2], [], 500, []),
                new("B", [1], [0, 1, 2, 4], 0, [7, 50]),
                new("input", [0], [], 1, []),
                new("target", [2], [], 100, []),
            },
            plan.Recordings,
            strict: true);
    }

    [Fact]
    public void NothingIsRecordedUnlessItIsAskedFor() => Assert.Empty(Plan("[]").Recordings);

    [Fact]
    public void TheEffectiveExperimentKeepsIt()
    {
        const string Value = "[{observable: rate}, {observable: W, area: [1, 2], neurons: [0, 2], every: 500}, "
            + "{observable: B, neurons: [0-2, 4], ticks: [7, 50]}]";
        using TemporaryFolder folder = new();
        string written = ExperimentWriter.Write(Read(folder, Value));

        Assert.Contains($"\nrecord: {Value}", written, StringComparison.Ordinal);
        Assert.Equal(
            written,
            ExperimentWriter.Write(ExperimentReader.Read(
                CellModels.All, folder.Write("again.yaml", written)) with
            { Name = "small" }));
    }

    [Theory]
    [InlineData("W", "record is 'W'", "list of maps")]
    [InlineData("[W]", "record[0] is 'W'", "a map")]
    [InlineData("[{area: 1}]", "record[0].observable is missing", "prospective_potential, ")]
    [InlineData(
        "[{observable: prospective_potentail}]",
        "record[0].observable is 'prospective_potentail'",
        "nearest valid one is 'prospective_potential'")]
    [InlineData("[{observable: w}]", "record[0].observable is 'w'", "'W'")]
    [InlineData("[{observable: rate}, {observable: rate, area: 3}]", "record[1].area is '3'", "areas 1 to 2")]
    [InlineData("[{observable: rate, area: 0}]", "record[0].area is '0'", "areas 1 to 2")]
    [InlineData("[{observable: B, area: 2}]", "record[0].area is '2'", "B is in area 1 only")]
    [InlineData("[{observable: target, area: 1}]", "record[0].area is '1'", "area 2 only")]
    [InlineData("[{observable: input, area: 1}]", "record[0].area is '1'", "area 0 only")]
    [InlineData("[{observable: rate, area: [1, 1]}]", "record[0].area holds '1' twice")]
    [InlineData("[{observable: rate, area: []}]", "record[0].area is []", "at least one")]
    [InlineData(
        "[{observable: rate, neurons: 0-5}]", "record[0].neurons is '0-5'", "rate of area 2 has neurons 0 to 2")]
    [InlineData("[{observable: rate, area: 1, neurons: 5}]", "record[0].neurons is '5'", "neurons 0 to 4")]
    [InlineData("[{observable: P, neurons: 3}]", "record[0].neurons is '3'", "P of area 1 has neurons 0 to 2")]
    [InlineData("[{observable: rate, neurons: 3-1}]", "record[0].neurons is '3-1'", "a range such as 0-9")]
    [InlineData("[{observable: rate, neurons: -1}]", "record[0].neurons is '-1'", "a range such as 0-9")]
    [InlineData("[{observable: rate, neurons: all}]", "record[0].neurons is 'all'", "a range such as 0-9")]
    [InlineData("[{observable: rate, every: 0}]", "record[0].every is '0'", "1 or more")]
    [InlineData("[{observable: rate, every: -5}]", "record[0].every is '-5'", "1 or more")]
    [InlineData("[{observable: rate, every: 1.5}]", "record[0].every is '1.5'", "whole number")]
    [InlineData("[{observable: rate, every: 99999}]", "record[0].every is 99999", "1 to 1900")]
    [InlineData("[{observable: rate, ticks: [-1]}]", "record[0].ticks is '-1'", "0 or more")]
    [InlineData("[{observable: update_W, ticks: [0, 5]}]", "record[0].ticks holds 0", "update_W", "valid is 1 or more")]
    [InlineData("[{observable: rate, ticks: [5, 5]}]", "record[0].ticks holds '5' twice")]
    [InlineData("[{observable: rate, ticks: [5, 1901]}]", "record[0].ticks holds 1901", "0 to 1900")]
    [InlineData("[{observable: rate, ticks: [5], every: 5}]", "record[0] has every and ticks")]
    [InlineData("[{observable: rate, evry: 5}]", "record[0]: 'evry' is not a key", "'every'")]
    [InlineData("[{observable: low_passed_update_W}]", "low_passed_update_W", "which model PAL has not", "update_W")]
    public async Task OneLineNamesWhatIsWrong(string value, params string[] parts)
    {
        using TemporaryFolder folder = new();
        string text = $"{Palactors.Small}dWPP_low_pass: false\nrecord: {value}\n";
        string file = folder.Write("small.yaml", text);

        Invocation invocation = await Palactors.RunAsync("run", file, "--out", folder["out"]);

        Palactors.AssertRefused(invocation, [$"{file}:{text.Count(c => c == '\n')}: ", .. parts]);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public void TheAuthorsKeysStandForObservables()
    {
        AuthorsChoice choice = AuthorsRecording.Of(
            ["rec_WPP", "rec_uP_breve", "rec_rP_breve_HI", "rec_epsilon", "rec_nonsense", "rec_WPP"], 1000);

        Assert.Equivalent(
            new RecordingPlan[]
            {
                new("W", [], [], 1000, []),
                new("prospective_potential", [], [], 1000, []),
                new("high_passed_rate", [], [], 1000, []),
            },
            choice.Record,
            strict: true);
        Assert.Equal(["rec_epsilon", "rec_nonsense"], choice.Refused.Select(refused => refused.Key));
        Assert.StartsWith("rec_rP_breve_HI", Assert.Single(choice.Notes), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => AuthorsRecording.Of([], 0));
    }

    [Fact]
    public void EveryKeyOfTheAuthorsIsAnswered()
    {
        AuthorsChoice choice = AuthorsRecording.Of(AuthorsRecording.Keys, 10);

        // Errors need no recording: they are metrics.
        Assert.Equal(AuthorsRecording.Keys.Count, choice.Record.Count + choice.Refused.Count + 2);
        Assert.Equal(["rec_epsilon", "rec_epsilon_LO"], choice.Refused.Select(refused => refused.Key));
        Assert.All(
            ["rec_error", "rec_MSE"],
            (string key) => Assert.Contains(choice.Notes, note => note.StartsWith(key, StringComparison.Ordinal)));
        Assert.All(
            RecordPlans.Resolve(choice.Record, Palactors.Cells.Observables, AreaGraph.Chain([4, 5, 3]), 100),
            plan => Assert.NotEmpty(plan.Areas));
    }

    private static NetworkPlan Plan(string record)
    {
        using TemporaryFolder folder = new();
        return Assert.Single(NetworkPlans.Of(Read(folder, record)));
    }

    private static Experiment Read(TemporaryFolder folder, string record) =>
        ExperimentReader.Read(CellModels.All, folder.Write("small.yaml", $"{Palactors.Small}record: {record}\n"));
}
