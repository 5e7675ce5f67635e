using System.Globalization;

namespace PalActors.Lab.Results;

/// <summary>Epochs as text.</summary>
internal static class EpochText
{
    /// <summary>Epochs in words, for instance <c>epochs 1-3, 7</c>.</summary>
    public static string InWords(int[] epochs) => $"epoch{(epochs.Length == 1 ? "" : "s")} {Ranges(epochs)}";

    /// <summary>Epochs as ranges, for instance <c>1-3, 7</c>.</summary>
    /// <param name="epochs">The epochs, ascending.</param>
    public static string Ranges(int[] epochs)
    {
        List<string> ranges = [];
        for (int i = 0, first = 0; i < epochs.Length; i++)
        {
            if (i + 1 < epochs.Length && epochs[i + 1] == epochs[i] + 1)
                continue;
            ranges.Add(first == i
                ? epochs[i].ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{epochs[first]}-{epochs[i]}"));
            first = i + 1;
        }

        return string.Join(", ", ranges);
    }
}
