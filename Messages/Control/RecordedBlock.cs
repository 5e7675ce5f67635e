namespace PalActors.Messages.Control;

/// <summary>Recorded values of one area on their way to the clock.</summary>
/// <remarks>
/// Whole records of a few ticks, or, where one record is larger than a message may be, a part of one. Sent before the
/// area reports the last of these ticks, so a horizon is only granted after everything up to the last one is recorded.
/// </remarks>
/// <param name="Network">Network of the run.</param>
/// <param name="Generation">Its generation.</param>
/// <param name="Area">The area, 0 for the input.</param>
/// <param name="Entry">Index of the entry in the plan's recordings.</param>
/// <param name="Offset">Index in the record of the first value; 0 except in further parts of one large record.</param>
/// <param name="Width">Values in a whole record.</param>
/// <param name="Ticks">Ticks of the records; one for a part.</param>
/// <param name="Values">Values, record after record, each row-major.</param>
public sealed record RecordedBlock(
    int Network, int Generation, int Area, int Entry, int Offset, int Width, long[] Ticks, double[] Values)
    : IControlMessage
{
    /// <summary>Most values in a block: 64 kB, half of what a frame of the transport holds.</summary>
    public const int MostValues = 8192;
}
