namespace PalActors.Lab.Recording;

/// <summary>The result of an export.</summary>
/// <param name="Path">The file or folder that was made.</param>
/// <param name="Series">Series in it.</param>
/// <param name="Damage">Damage of the recording, a line each; the intact rest is exported.</param>
/// <param name="Notes">What else is missing, and why; a line each.</param>
internal sealed record ExportReport(
    string Path, IReadOnlyList<RecordedSeries> Series, IReadOnlyList<string> Damage, IReadOnlyList<string> Notes);
