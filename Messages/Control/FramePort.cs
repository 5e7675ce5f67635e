namespace PalActors.Messages.Control;

/// <summary>Where a node takes frames for one of its actors over connections of their own.</summary>
/// <param name="Port">TCP port at the node's host, 1 to 65535.</param>
/// <param name="Token">
/// Secret that stands for the actor, <see cref="TokenLength"/> bytes: whoever knows it may send frames there.
/// </param>
public sealed record FramePort(int Port, byte[] Token)
{
    /// <summary>Bytes of a token.</summary>
    public const int TokenLength = 16;

    /// <summary>True if port and token can be valid.</summary>
    public bool IsSound() => Port is > 0 and <= 65535 && Token.Length == TokenLength;
}
