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
        IsExecution = true,
    });

    /// <summary>Checks the options, and gets the pace that they ask for.</summary>
    /// <param name="options">Values of <see cref="Parameters"/>.</param>
    /// <param name="steps">Euler steps of the networks of the run, ms; at least one.</param>
    /// <returns>Ticks per second; 0 for as fast as possible.</returns>
    /// <exception cref="ParameterException">A value is invalid, or the networks would differ in their pace.</exception>
    public static double PaceOf(IEnumerable<PlanOption> options, IEnumerable<double> steps)
    {
        ParameterReader reader = new(Parameters, options);
        double pace = reader.Real(Pace), realTime = reader.Real(RealTime);
        if (pace > 0 && realTime > 0)
            throw new ParameterException(RealTime, $"{RealTime} is {realTime} and pace {pace}; valid is one of them.");
        double[] dts = [.. steps.Distinct()];
        if (realTime > 0 && dts.Length > 1)
        {
            throw new ParameterException(
                RealTime,
                $"{RealTime} is {realTime}, and the selected models have steps dt of {string.Join(" and ", dts)} ms; "
                + "valid is pace, or models of one dt.");
        }

        return realTime > 0 ? realTime * 1000 / dts[0] : pace;
    }
}
