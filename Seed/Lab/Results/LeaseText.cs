namespace PalActors.Lab.Results;

/// <summary>Content of the file of a <see cref="FolderLease"/>.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="Written">When it was written last, by the clock of its file system, UTC.</param>
internal sealed record LeaseText(string Text, DateTime Written);
