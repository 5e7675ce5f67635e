using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Planning;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Commands;

/// <summary>Faults of frames on the command line.</summary>
internal static class ChaosText
{
    private const double LargestRate = 0.9;

    /// <summary>Takes their rate.</summary>
    /// <exception cref="InputException">It is no probability.</exception>
    public static RunPlace Rate(RunPlace place, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
        && value is >= 0 and <= LargestRate
            ? With(place, new FrameFaults(1, value / 3, value / 3, value / 3))
            : throw new InputException($"--chaos is '{text}'; valid is a probability from 0 to 0.9.");

    /// <summary>Takes their seed.</summary>
    /// <exception cref="InputException">It is none, or there are no faults.</exception>
    public static RunPlace Seed(RunPlace place, string text) => With(
        place, FaultsOf(place, "--chaos-seed") with { Seed = WholeText.Parse("--chaos-seed", text, 0, int.MaxValue) });

    /// <summary>Takes the links that have them.</summary>
    /// <exception cref="InputException">One is none, or there are no faults.</exception>
    public static RunPlace Links(RunPlace place, string text) => With(
        place, FaultsOf(place, "--chaos-links") with { Links = [.. text.Split(',').Select(Link)] });

    private static FrameFaults FaultsOf(RunPlace place, string option) => place.Execution.Faults
        ?? throw new InputException($"{option} is given without --chaos RATE.");

    private static RunPlace With(RunPlace place, FrameFaults faults) =>
        place with { Execution = place.Execution with { Faults = faults } };

    private static int[] Link(string text) =>
        text.Split('-') is [string from, string to]
        && WholeText.TryParse(from, out int sender)
        && WholeText.TryParse(to, out int receiver)
            ? [sender, receiver]
            : throw new InputException($"--chaos-links holds '{text}'; valid is FROM-TO, two areas.");
}
