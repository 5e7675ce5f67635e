using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>The study of learning against the delay of links between areas (MODEL section 5), as a sweep.</summary>
/// <remarks>
/// The sweep is over the delay of each link, the direction that is delayed, the depth of the hierarchy, prospective
/// coding, jitter, remedies, and when the target acts.
/// </remarks>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="task">The task of the authors' parameter files, or null.</param>
/// <param name="common">Changes of the experiment at all points, the models among them.</param>
public sealed partial class DelayStudy(string experiment, string? task, IReadOnlyList<Override> common)
{
    /// <summary>The kind of sweep.</summary>
    public const string Kind = "delay study";

    /// <summary>The columns of its table.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["delay", "direction", "depth", "prospective", "jitter", "remedy", "target"];

    /// <summary>The directions.</summary>
    public static IReadOnlyList<string> Directions { get; } = AllDirections.Split(',');

    /// <summary>Delays if none are given.</summary>
    public const string UsualDelays = "0,1,2,5,10,20,50,100";

    /// <summary>Directions if none are given.</summary>
    public const string AllDirections = "up,down,both";

    /// <summary>Models if none are given.</summary>
    public const string UsualModels = "PAL,FA,BP";

    /// <summary>Targets that are not delayed.</summary>
    public const string Immediate = "immediate";

    /// <summary>Delays of a link, as text: ticks.</summary>
    public string Delays { get; init; } = UsualDelays;

    /// <summary>Links that are delayed, as text.</summary>
    public string Direction { get; init; } = AllDirections;

    /// <summary>Numbers of areas, input included, as text, or null for that of the experiment.</summary>
    public string? Depths { get; init; }

    /// <summary>Prospective coding, as text, or null for that of the experiment.</summary>
    /// <remarks>It is some of <c>on</c> (taur 1) and <c>off</c> (taur 0).</remarks>
    public string? Prospective { get; init; }

    /// <summary>Jitter of the delayed links, as text that <see cref="DelayJitter"/> reads.</summary>
    public string Jitter { get; init; } = DelayJitter.None;

    /// <summary>Remedies, as text: some of those of the cell model.</summary>
    public string Remedies { get; init; } = DelayRemedy.None;

    /// <summary>Times at which target and read-out act, as text: <c>immediate</c>, <c>aligned</c>.</summary>
    public string Targets { get; init; } = Immediate;

    /// <summary>Models that are studied by default: the usual ones, or those that the experiment selects.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="task">The task of the authors' parameter files, or null.</param>
    /// <param name="common">Values of the command line.</param>
    public static string ModelsOf(
        ModelRegistry models, string experiment, string? task, IReadOnlyList<Override> common)
    {
        Experiment read = ExperimentSource.Read(models, experiment, task, common, []);
        bool areCells = UsualModels.Split(',').All(read.Cells.LearningModels.Contains);
        return areCells ? UsualModels : string.Join(',', read.Selected);
    }

    /// <summary>The study as a sweep.</summary>
    /// <param name="models">The cell models.</param>
    /// <exception cref="InputException">
    /// An option holds something else than it may, or the experiment has no hidden area.
    /// </exception>
    public SweepRequest Request(ModelRegistry models)
    {
        Experiment read = ExperimentSource.Read(models, experiment, task, common, []);
        if (read.Layers.Length < 3)
        {
            throw new InputException(
                $"layers is [{string.Join(", ", read.Layers)}]: there is no hidden area, so no link to delay; "
                + "valid are 3 areas or more.");
        }

        string depth = read.Layers.Length.ToString(CultureInfo.InvariantCulture);
        SweepAxis[] axes =
        [
            new("delay", Whole(DelaysOption, "delays", Delays, 0, int.MaxValue)),
            new("direction", Words(DirectionOption, Direction, Directions)),
            new("depth", Depths is null ? [depth] : Whole(DepthsOption, "depths", Depths, 3, Deepest)),
            new(
                "prospective",
                Prospective is null ? [Coding(read)] : Words(ProspectiveOption, Prospective, ["on", "off"])),
            new("jitter", SweepValues.Parse(JitterOption, "jitter", Jitter, ranges: false)),
            new("remedy", Words(RemedyOption, Remedies, DelayRemedy.Names(read.Cells))),
            new("target", Words(TargetOption, Targets, [Immediate, "aligned"])),
        ];
        // A depth rewrites these keys, from what the experiment and the command line give.
        HashSet<string> spread = Depths is null
            ? []
            : [.. HierarchyDepth.Changes(DepthsOption, read, 3).Select(change => change.Key)];
        Override[] kept = [.. common.Where(change => !spread.Contains(change.Key))];
        SweepPoint[] points = [.. SweepGrid.Product(axes).Select(values => Point(read, values))];
        return new SweepRequest(Kind, experiment, task, kept, Columns, points);
    }
}
