using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Lab.Experiments;

/// <summary>Parameters of how a run computes, whatever its cells are.</summary>
/// <remarks>
/// They change no result, and are no part of a network's plan, so a run may go on with other values.
/// </remarks>
internal static class ExecutionTable
{
    private const string Pace = "pace";
    private const string RealTime = "real_time";

    /// <summary>The parameters.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new(Pace, Real, Network, "1/s", "ticks per second of wall-clock time; 0: as fast as possible", "0", Minimum: 0),
        new(
            RealTime, Real, Network, "",
            "pace as model time over wall-clock time, in place of pace: 1 is real time, 0.001 a thousand times slower; "
            + "0: as fast as possible",
            "0", Minimum: 0),
    ]);

    /// <summary>The same as keys of an experiment.</summary>
    public static IEnumerable<RunKey> Keys => Parameters.All.Select(parameter => new RunKey(
        parameter.Name,
        parameter.Unit.Length > 0 ? $"{parameter.Summary} [{parameter.Unit}]" : parameter.Summary,
        _ => JsonSchema.Of(parameter),
        read => read.Execution.FirstOrDefault(option => option.Name == parameter.Name) is { } option
            ? YamlText.Values(option)
            : null)
    {
        Default = parameter.Default is { } value ? _ => value : null,
        IsExecution = true,
    });

    /// <summary>Checks the values of an experiment, and binds them.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="others">Options that no experiment gives, those of a place; null for the usual ones.</param>
    /// <exception cref="ParameterException">A value is invalid, or the networks would differ in their pace.</exception>
    public static ExecutionOptions Bind(Experiment experiment, ExecutionOptions? others = null)
    {
        ParameterReader reader = new(Parameters, experiment.Execution);
        return (others ?? ExecutionOptions.Default) with { Pace = PaceOf(reader, experiment) };
    }

    /// <summary>Finds what keeps networks from running side by side: one run has one value of each option.</summary>
    /// <param name="options">Options of some networks.</param>
    /// <param name="first">Options of the first ones.</param>
    /// <returns>The problem in one line, without a full stop; null if there is none.</returns>
    public static string? Difference(ExecutionOptions options, ExecutionOptions first) => options.Pace == first.Pace
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"the pace is {options.Pace} ticks/s, and that of the first point {first.Pace}; "
            + $"valid is one pace of all points");

    private static double PaceOf(ParameterReader reader, Experiment experiment)
    {
        double pace = reader.Real(Pace), realTime = reader.Real(RealTime);
        if (pace > 0 && realTime > 0)
            throw new ParameterException(RealTime, $"{RealTime} is {realTime} and pace {pace}; valid is one of them.");
        double[] dts = [.. experiment.Selected.Select(label => Dt(experiment, label)).Distinct()];
        if (realTime > 0 && dts.Length > 1)
        {
            throw new ParameterException(
                RealTime,
                $"{RealTime} is {realTime}, and the selected models have steps dt of {string.Join(" and ", dts)} ms; "
                + "valid is pace, or models of one dt.");
        }

        return realTime > 0 ? realTime * 1000 / dts[0] : pace;
    }

    private static double Dt(Experiment experiment, string label) =>
        new StepOptions(experiment.OptionsOf(experiment.Variant(label))).Dt;
}
