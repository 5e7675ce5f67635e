using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Delay of each delayed link, ticks.</summary>
internal sealed class DelayLengths : StudyAxis
{
    /// <inheritdoc/>
    public override string Name => "delay";

    /// <inheritdoc/>
    public override string Setting => "delays";

    /// <inheritdoc/>
    public override string Default => "0,1,2,5,10,20,50,100";

    /// <inheritdoc/>
    public override string Example => "0,1,2";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        $"Delays of every link between areas, ticks; a list or lo:hi:n. By default {Default}.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        WholeNumbers.Parse(option, Setting, text, 0, int.MaxValue);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option)
    {
        (string delay, string direction) = (point[this], point[StudyAxes.Direction]);
        return StudyAxes.Pathway.PrefixesOf(point, experiment).SelectMany(prefix => new[]
        {
            new Override(option, prefix + "delay_up", direction == DelayDirections.Down ? "0" : delay),
            new Override(option, prefix + "delay_down", direction == DelayDirections.Up ? "0" : delay),
        });
    }
}
