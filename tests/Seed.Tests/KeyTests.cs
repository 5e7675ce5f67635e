using System.Text.Json.Nodes;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Keys;

namespace PalActors.Seed.Tests;

/// <summary>The reference of the keys of experiments: on the terminal and as a page of docs.</summary>
public sealed class KeyTests
{
    private static readonly KeyRow[] s_rows = [.. KeyTables.Of(CellModels.All).SelectMany(group => group.Rows)];

    private static readonly JsonObject s_schema =
        JsonNode.Parse(ExperimentSchema.Write(CellModels.All))!["properties"]!.AsObject();

    [Fact]
    public async Task EveryKeyOfTheSchemaIsThereWithAllThatIsKnownOfIt()
    {
        Invocation all = await Palactors.RunAsync("keys");
        Assert.Equal((ExitCodes.Success, ""), (all.Code, all.Error));
        HashSet<string> shown = [.. all.Lines.Where(IsKey).Select(line => line.Trim().Split(' ')[0])];
        Assert.Equal(s_schema.Select(key => key.Key).Order(), shown.Order());
        Assert.All(s_rows, row => Assert.All(
            new[] { row.Summary, row.Form, row.Default }, text => Assert.NotEqual("", text)));

        static bool IsKey(string line) => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ';
    }

    [Fact]
    public void EveryKeyOfAMapInTheSchemaHasAMeaningAndAForm()
    {
        Assert.Equal(
            ["data", "weights", "areas", "pathways", "models", "lesion", "freeze", "record"],
            s_rows.Where(row => row.Entries.Count > 0).Select(row => row.Name));
        Assert.All(s_rows.SelectMany(row => row.Entries), entry =>
            Assert.All(new[] { entry.Summary, entry.Form }, text => Assert.NotEqual("", text)));
    }

    [Theory]
    [InlineData("eta_bw", "learning rate of B", "number, or list: one per hidden area, or by epoch", "0 or more",
        "must be given", "cells microcircuit")]
    [InlineData("eta_B", "PAL: learning rate of B", "number, or list: one per area above the input", "0 or more",
        "default  0", "cells rate; model PAL")]
    [InlineData("dt", "[ms]", "number", "above 0", "default  ", "every experiment")]
    [InlineData("train", "training samples", "whole number", "1 or more", "that of the data set",
        "task classification, autoencoder, regression")]
    [InlineData("init_teacher_WPP_range", "W of the teacher", "list of 2: number", "default  [-1, 1]",
        "cells microcircuit; task bw_only, fw_bw")]
    [InlineData("layers", "neurons per area", "list of 2 or more: whole number", "1 or more",
        "it or areas must be given")]
    [InlineData("seeds", "random seeds", "whole number or text or list of these", "such as 1-10", "must be given")]
    [InlineData("delay_up", "[ticks]", "0 to 100000, such as 0.5 ms", "default  0")]
    [InlineData("task", "range    one of classification, bw_only", "default  classification")]
    [InlineData("batch_size", "default  1", "1 or more")]
    [InlineData("data", "entries", "split_seed", "one of none, min-max, z-score")]
    [InlineData("lesion", "share of the area", "0 to 1", "pathway")]
    [InlineData("areas", "and parameters: activation")]
    [InlineData("activation", "cells microcircuit", "default  logistic", "cells rate", "default  tanh")]
    public async Task OneKeyIsShownInFull(string key, params string[] told)
    {
        Invocation shown = await Palactors.RunAsync("keys", key);
        Assert.Equal((ExitCodes.Success, ""), (shown.Code, shown.Error));
        Assert.Equal(key, shown.Lines[0]);
        Assert.All(told, part => Assert.Contains(part, shown.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatTheReferenceSaysMustBeGivenIsWhatTheReaderMisses()
    {
        using TemporaryFolder folder = new();
        string[] needed =
        [
            .. s_rows.Where(row => row.Default.Contains(KeyTables.MustBeGiven, StringComparison.Ordinal))
                .Where(row => !row.Users.Contains("rate", StringComparison.Ordinal))
                .Where(row => !row.Users.StartsWith("task bw_only", StringComparison.Ordinal)).Select(row => row.Name),
        ];
        string file = folder.Write("own.yaml", "activation: logistic\n");
        string message = Assert.Throws<InputException>(() => ExperimentReader.Read(CellModels.All, file)).Message;
        Assert.Contains($" {needed.Length} keys are missing: ", message, StringComparison.Ordinal);
        Assert.All(needed, key => Assert.Contains($" {key} (", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ThePageInDocsIsWhatTheTablesGive()
    {
        string page = Repository.Read("docs/experiments.md").ReplaceLineEndings("\n");
        Assert.Equal(KeyMarkdown.Write(CellModels.All), page);
        Assert.Equal(page, (await Palactors.RunAsync("keys", "--markdown")).Output);
        Assert.All(s_schema, key => Assert.Contains($"\n| `{key.Key}` | ", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("keys etaa_bw", "NAME is 'etaa_bw', which is not a key; the nearest valid one is 'eta_bw'.")]
    [InlineData("keys topology", "NAME is 'topology', which is not a key; 'palactors keys' lists all keys.")]
    [InlineData("keys dt taur", "'taur' is one argument too many")]
    [InlineData("keys dt --markdown", "NAME is 'dt' and --markdown is given; valid is one of them.")]
    public async Task WhatIsNoKeyIsRefused(string command, string told) =>
        Palactors.AssertRefused(await Palactors.RunAsync(command.Split(' ')), told);
}
