namespace PalActors.Lab.Data;

/// <summary>A step of fetching a data set: one file, or an archive.</summary>
/// <param name="Name">Name of what is fetched.</param>
/// <param name="RunAsync">
/// Fetches it; reports the number of bytes so far, and of all if known, and gives the name of its source, or null if it
/// was there.
/// </param>
internal sealed record FetchStep(string Name, Func<Action<long, long?>, CancellationToken, Task<string?>> RunAsync);
