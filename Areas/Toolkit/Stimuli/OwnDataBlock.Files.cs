using System.Globalization;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <content>Files of samples and splits.</content>
public sealed partial class OwnDataBlock
{
    private OwnLearned? Learned(string prefix)
    {
        string[]? labels = Values(prefix + OwnDataKeys.Labels), targets = Values(prefix + OwnDataKeys.Targets);
        if (labels is not null && targets is not null)
        {
            throw Invalid(
                prefix + OwnDataKeys.Targets, "it is given beside labels; valid is one of them");
        }

        return labels is not null ? new OwnLearned(labels, AreLabels: true)
            : targets is not null ? new OwnLearned(targets, AreLabels: false)
            : null;
    }

    private void CheckMain()
    {
        if (Main.Together is null && Main.Inputs is null)
        {
            throw Invalid(
                OwnDataKeys.File, "it is missing, and so is inputs; valid is a file with all, or files with inputs");
        }

        if (Main.Together is null && Main.Learned is { } learned && learned.Names.Count != Main.Inputs!.Count)
            throw Count(learned.AreLabels ? OwnDataKeys.Labels : OwnDataKeys.Targets, learned, Main.Inputs.Count);
    }

    private OwnSplitRule Split(string key)
    {
        string[]? values = Values(key);
        string[]? inputs = Values($"{key}.{OwnDataKeys.Inputs}");
        OwnLearned? learned = Learned(key + ".");
        if (values is null && inputs is null && learned is null)
            return new OwnSplitRule(Number(OwnDataKeys.Find(key)!.Default[0]), null);
        if (values is [string one] && double.TryParse(one, CultureInfo.InvariantCulture, out double share))
        {
            return share is > 0 and < 1
                ? new OwnSplitRule(share, null)
                : throw Invalid(key, $"it is {one}; valid is a share between 0 and 1, or files");
        }

        if (values is not null)
        {
            return Main.Together is not null
                ? new OwnSplitRule(0, Main with { Together = values })
                : throw Invalid(key, "it names files, and inputs and labels come apart; valid is a map of them");
        }

        return new OwnSplitRule(0, Apart(key, inputs, learned));
    }

    private OwnFiles Apart(string key, string[]? inputs, OwnLearned? learned)
    {
        if (Main.Together is not null)
            throw Invalid(key, "it is a map, and inputs and labels come from file; valid is a file, or a share");
        if (inputs is null || learned?.AreLabels != Main.Learned?.AreLabels)
        {
            string valid = Main.Learned is { } main ? $"inputs and {Key(main)}" : "inputs";
            throw Invalid(key, $"its files are not those that the training samples have; valid is a map with {valid}");
        }

        if (learned is not null && learned.Names.Count != inputs.Length)
            throw Count($"{key}.{Key(learned)}", learned, inputs.Length);
        return new OwnFiles(null, inputs, learned);
    }

    private static string Key(OwnLearned learned) => learned.AreLabels ? OwnDataKeys.Labels : OwnDataKeys.Targets;

    private static ParameterException Count(string key, OwnLearned learned, int valid) => Invalid(
        key,
        string.Create(
            CultureInfo.InvariantCulture,
            $"it names {learned.Names.Count} files; valid is {valid}, one for each of inputs"));
}
