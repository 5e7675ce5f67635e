using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Way of a link's frames to an area of the same lane.</summary>
/// <param name="area">The receiver.</param>
/// <param name="link">Its end of the link.</param>
internal sealed class HandOver(AreaActor area, LinkReceiver link)
{
    /// <summary>Puts a frame into the receiver's inbox, and makes it due.</summary>
    public void Send(EmissionFrame frame) => area.TakeOver(frame, link);
}
