using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <summary>Cuts frames by hand, and joins pieces, value by value.</summary>
public static class FramePieces
{
    /// <summary>Pieces of a frame of one set, each a copy of at most a number of values.</summary>
    public static FramePiece[] CutBy(this EmissionFrame frame, int values)
    {
        double[] all = [.. Enumerable.Range(0, frame.Parts).SelectMany(part => Padded(frame, part))];
        return [.. all.Chunk(values).Select((piece, i) => new FramePiece(frame.Header, i * values, piece))];
    }

    /// <summary>The frame that pieces of one tick make, in any order.</summary>
    public static EmissionFrame Join(this IEnumerable<FramePiece> pieces)
    {
        FramePiece[] all = [.. pieces];
        EmissionFrame frame = new(all[0].Header);
        HashSet<int> written = [];
        foreach (FramePiece piece in all)
        {
            if (piece.Header != frame.Header)
                throw new ArgumentException($"A piece of {piece.Header} is no piece of {frame.Header}.");
            for (int i = 0; i < piece.Count; i++)
            {
                frame.Values[piece.First + i] = piece.Values[i];
                written.Add(piece.First + i);
            }
        }

        return written.Count == frame.Values.Length
            ? frame
            : throw new ArgumentException($"{written.Count} of {frame.Values.Length} values are there.");
    }

    private static IEnumerable<double> Padded(EmissionFrame frame, int part) =>
        frame.Part(frame.FirstTick, part).ToArray();
}
