namespace PalActors.Lab.Results;

/// <summary>Another process holds a folder.</summary>
/// <param name="holder">The process, in words.</param>
internal sealed class LeaseHeldException(string holder) : Exception($"{holder} is writing there")
{
    /// <summary>The process, in words.</summary>
    public string Holder { get; } = holder;
}
