using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>Emissions that one incoming link offers to a tick.</summary>
public abstract class Arrival
{
    /// <summary>The emission that the tick uses, by the sender's tick.</summary>
    /// <remarks>0 is the sender's state before tick 1, which is never sent.</remarks>
    public long Chosen { get; protected set; }

    /// <summary>The frame of <see cref="Chosen"/>; null for 0.</summary>
    public EmissionFrame? Frame { get; protected set; }

    /// <summary>Values of the chosen emission, which is not 0, padded to whole vectors.</summary>
    /// <param name="part">The part, 0-based.</param>
    public ReadOnlySpan<double> Part(int part) => Frame!.Part(Chosen, part);

    /// <summary>Values of another emission: one ahead, or a skipped one where the port needs all.</summary>
    /// <param name="emission">The sender's tick, 1 or more.</param>
    /// <param name="part">The part, 0-based.</param>
    public ReadOnlySpan<double> Part(long emission, int part) =>
        (emission == Chosen ? Frame! : Retained(emission)).Part(emission, part);

    /// <summary>The frame of another emission that is here.</summary>
    protected abstract EmissionFrame Retained(long emission);
}
