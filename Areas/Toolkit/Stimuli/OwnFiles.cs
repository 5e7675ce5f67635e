namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>What samples are to learn.</summary>
/// <param name="Names">Columns, arrays or files.</param>
/// <param name="AreLabels">True for labels, false for real-valued targets.</param>
internal sealed record OwnLearned(IReadOnlyList<string> Names, bool AreLabels);

/// <summary>Files of samples.</summary>
/// <param name="Together">Files that hold inputs and what is learned; null if they come apart.</param>
/// <param name="Inputs">Columns or array in them, or files; null for all other columns.</param>
/// <param name="Learned">What is learned, or null.</param>
internal sealed record OwnFiles(
    IReadOnlyList<string>? Together, IReadOnlyList<string>? Inputs, OwnLearned? Learned)
{
    /// <summary>Names of the files.</summary>
    public IReadOnlyList<string> Names => Together ?? [.. Inputs!, .. Learned?.Names ?? []];
}

/// <summary>Where the samples of a split come from.</summary>
/// <param name="Share">Share of all samples; 0 for files of their own.</param>
/// <param name="Files">The files, or null.</param>
internal sealed record OwnSplitRule(double Share, OwnFiles? Files);
