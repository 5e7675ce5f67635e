using System.Globalization;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <content>The points of the sweep, and the values of its axes.</content>
public sealed partial class DelayStudy
{
    private const int Deepest = 100;
    private const string DelaysOption = "--delays";
    private const string DirectionOption = "--direction";
    private const string DepthsOption = "--depths";
    private const string ProspectiveOption = "--prospective";
    private const string JitterOption = "--jitter";
    private const string RemedyOption = "--remedies";
    private const string TargetOption = "--targets";

    private SweepPoint Point(Experiment read, IReadOnlyList<string> values)
    {
        string name = $"{values[0]} ticks {values[1]}, depth {values[2]}, prospective {values[3]}, "
            + $"jitter {values[4]}, remedy {values[5]}, target {values[6]}";
        return new SweepPoint(name, values, Changes(read, values));
    }

    private List<Override> Changes(Experiment read, IReadOnlyList<string> values)
    {
        List<Override> changes =
        [
            new(DelaysOption, "delay_up", values[1] == "down" ? "0" : values[0]),
            new(DelaysOption, "delay_down", values[1] == "up" ? "0" : values[0]),
        ];
        if (Depths is not null)
        {
            int depth = int.Parse(values[2], CultureInfo.InvariantCulture);
            changes.AddRange(HierarchyDepth.Changes(DepthsOption, read, depth));
        }

        if (Prospective is not null)
            changes.Add(new Override(ProspectiveOption, "taur", values[3] == "on" ? "1" : "0"));
        changes.AddRange(DelayJitter.Changes(JitterOption, values[4], values[1]));
        changes.AddRange(DelayRemedy.Changes(RemedyOption, read, values[5]));
        if (values[6] != Immediate)
            changes.Add(new Override(TargetOption, "target_delay", values[6]));
        return changes;
    }

    private static string Coding(Experiment read)
    {
        PlanOption? taur = read.Parameters.FirstOrDefault(parameter => parameter.Name == "taur");
        if (taur is null)
            return DelaySeries.NoChoice;
        return double.Parse(taur.Values[0], CultureInfo.InvariantCulture) == 0 ? "off" : "on";
    }

    private static IReadOnlyList<string> Whole(string option, string name, string text, int least, int most)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, name, text);
        return [.. values.Select(Number).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture))];

        int Number(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least
            && number <= most
                ? number
                : throw new InputException($"{option}: {name} holds '{value}'; valid are whole numbers{Range()}.");

        string Range() => most == int.MaxValue ? $", {least} or more" : $" from {least} to {most}";
    }

    private static IReadOnlyList<string> Words(string option, string text, IReadOnlyList<string> valid)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, option.TrimStart('-'), text);
        return values.FirstOrDefault(value => !valid.Contains(value)) is { } other
            ? throw new InputException($"{option} holds '{other}'; {NearestKey.Advice(other, valid)}.")
            : values;
    }
}
