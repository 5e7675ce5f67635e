using System.Globalization;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>
/// What becomes of learning when links between areas are slow (MODEL section 5), as a sweep: over the delay of each link, the direction that is delayed, the depth of the hierarchy, prospective coding, jitter,
/// remedies, and when the target acts.
/// </summary>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="task">The task of the authors' parameter files, or null.</param>
/// <param name="common">What all points change in the experiment, the models among it.</param>
public sealed class DelayStudy(string experiment, string? task, IReadOnlyList<Override> common)
{
    /// <summary>The kind of sweep.</summary>
    public const string Kind = "delay study";

    /// <summary>The columns of its table.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["delay", "direction", "depth", "prospective", "jitter", "remedy", "target"];

    /// <summary>The directions.</summary>
    public static IReadOnlyList<string> Directions { get; } = AllDirections.Split(',');

    /// <summary>Delays where none are given.</summary>
    public const string UsualDelays = "0,1,2,5,10,20,50,100";

    /// <summary>Directions where none are given.</summary>
    public const string AllDirections = "up,down,both";

    /// <summary>Models where none are given.</summary>
    public const string UsualModels = "PAL,FA,BP";

    /// <summary>Targets that are not delayed.</summary>
    public const string Immediate = "immediate";

    private const int Deepest = 100;
    private const string DelaysOption = "--delays";
    private const string DirectionOption = "--direction";
    private const string DepthsOption = "--depths";
    private const string ProspectiveOption = "--prospective";
    private const string JitterOption = "--jitter";
    private const string RemedyOption = "--remedies";
    private const string TargetOption = "--targets";

    /// <summary>Delays of a link, as text: ticks.</summary>
    public string Delays { get; init; } = UsualDelays;

    /// <summary>Which links are delayed, as text.</summary>
    public string Direction { get; init; } = AllDirections;

    /// <summary>Numbers of areas, input included, as text; or null for that of the experiment.</summary>
    public string? Depths { get; init; }

    /// <summary>Prospective coding, as text: <c>on</c> (taur 1), <c>off</c> (taur 0); or null for that of the experiment.</summary>
    public string? Prospective { get; init; }

    /// <summary>Jitter of what is delayed, as text; see <see cref="DelayJitter"/>.</summary>
    public string Jitter { get; init; } = DelayJitter.None;

    /// <summary>Remedies, as text: some of <see cref="DelayRemedy.Names"/>.</summary>
    public string Remedies { get; init; } = DelayRemedy.None;

    /// <summary>When target and read-out act, as text: <c>immediate</c>, <c>aligned</c>.</summary>
    public string Targets { get; init; } = Immediate;

    /// <summary>The study as a sweep.</summary>
    /// <exception cref="InputException">An option holds something else than it may, or the experiment has no hidden area.</exception>
    public SweepRequest Request()
    {
        Experiment read = ExperimentSource.Read(experiment, task, common, []);
        if (read.Layers.Length < 3)
            throw new InputException($"layers is [{string.Join(", ", read.Layers)}]: there is no hidden area, so no link to delay; valid are 3 areas or more.");
        SweepAxis[] axes =
        [
            new("delay", Whole(DelaysOption, "delays", Delays, 0, int.MaxValue)),
            new("direction", Words(DirectionOption, Direction, Directions)),
            new("depth", Depths is null ? [read.Layers.Length.ToString(CultureInfo.InvariantCulture)] : Whole(DepthsOption, "depths", Depths, 3, Deepest)),
            new("prospective", Prospective is null ? [Coding(read)] : Words(ProspectiveOption, Prospective, ["on", "off"])),
            new("jitter", SweepValues.Parse(JitterOption, "jitter", Jitter, ranges: false)),
            new("remedy", Words(RemedyOption, Remedies, DelayRemedy.Names)),
            new("target", Words(TargetOption, Targets, [Immediate, "aligned"])),
        ];
        // Depth writes these keys anew, from what the experiment and the command line say of them.
        HashSet<string> spread = Depths is null ? [] : [.. HierarchyDepth.Changes(DepthsOption, read, 3).Select(change => change.Key)];
        return new SweepRequest(
            Kind, experiment, task, [.. common.Where(change => !spread.Contains(change.Key))], Columns,
            [.. SweepGrid.Product(axes).Select(values => new SweepPoint($"{values[0]} ticks {values[1]}, depth {values[2]}, prospective {values[3]}, jitter {values[4]}, remedy {values[5]}, target {values[6]}", values, Changes(read, values)))]);
    }

    private List<Override> Changes(Experiment read, IReadOnlyList<string> values)
    {
        List<Override> changes =
        [
            new(DelaysOption, "delay_up", values[1] == "down" ? "0" : values[0]),
            new(DelaysOption, "delay_down", values[1] == "up" ? "0" : values[0]),
        ];
        if (Depths is not null)
            changes.AddRange(HierarchyDepth.Changes(DepthsOption, read, int.Parse(values[2], CultureInfo.InvariantCulture)));
        if (Prospective is not null)
            changes.Add(new Override(ProspectiveOption, "taur", values[3] == "on" ? "1" : "0"));
        changes.AddRange(DelayJitter.Changes(JitterOption, values[4], values[1]));
        changes.AddRange(DelayRemedy.Changes(RemedyOption, read, values[5]));
        if (values[6] != Immediate)
            changes.Add(new Override(TargetOption, "target_delay", values[6]));
        return changes;
    }

    private static string Coding(Experiment read) =>
        double.Parse(read.Parameters.First(parameter => parameter.Name == "taur").Values[0], CultureInfo.InvariantCulture) == 0 ? "off" : "on";

    private static IReadOnlyList<string> Whole(string option, string name, string text, int least, int most)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, name, text);
        foreach (string value in values)
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
                throw new InputException($"{option}: {name} holds '{value}'; valid are whole numbers{(most == int.MaxValue ? $", {least} or more" : $" from {least} to {most}")}.");
        }

        return [.. values.Select(value => int.Parse(value, CultureInfo.InvariantCulture)).Distinct().Select(value => value.ToString(CultureInfo.InvariantCulture))];
    }

    private static IReadOnlyList<string> Words(string option, string text, IReadOnlyList<string> valid)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, option.TrimStart('-'), text);
        return values.FirstOrDefault(value => !valid.Contains(value)) is { } other
            ? throw new InputException($"{option} holds '{other}'; {NearestKey.Advice(other, valid)}.")
            : values;
    }
}
