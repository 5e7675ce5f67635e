namespace PalActors.Messages.Frames;

/// <summary>A message of the tick protocol: a frame, or a piece of one.</summary>
public interface IFrameMessage
{
    /// <summary>Index of the sending area.</summary>
    int Source { get; }

    /// <summary>Makes a deep copy, which the sender's buffers do not change.</summary>
    IFrameMessage Copy();
}
