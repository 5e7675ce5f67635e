using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Cells;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Check of what only a schedule and the options of a network together tell.</summary>
public static class ScheduleCheck
{
    /// <summary>Refuses a schedule that cannot be read out.</summary>
    /// <param name="parameters">Options of a network.</param>
    /// <param name="schedule">Its schedule.</param>
    /// <exception cref="ParameterException">
    /// A presentation is too short to be read out, or an aligned target leaves an evaluation without a sample.
    /// </exception>
    public static void Check(this MicrocircuitParameters parameters, Schedule schedule)
    {
        double dt = parameters.Dt;
        long late = Late(parameters);
        if (Array.Exists(schedule.Phases, phase => phase.CompareUpdates))
            CheckComparable(parameters.Graph);
        if (schedule.Phases.FirstOrDefault(phase => phase.Frames > 1) is { } framed)
            CheckFrames(parameters, framed, late);
        foreach (Phase phase in schedule.Phases)
        {
            if ((phase.Flags & TickFlags.ReadOut) != 0 && phase.PresentationTicks < ReadOut.LeastTicks)
            {
                throw new ParameterException(
                    "Tpres",
                    $"Tpres is {parameters.Tpres} ms, {phase.PresentationTicks} ticks of dt = {dt} ms, "
                    + $"and a class is read out of {ReadOut.LeastTicks} ticks or more; "
                    + $"valid is {ReadOut.LeastTicks * dt:G10} ms or more.");
            }

            if (late > 0 && phase.Metric is not null && phase.Ticks < late + phase.PresentationTicks)
            {
                throw new ParameterException(
                    "target_delay",
                    $"target_delay is 'aligned', with these delays {late} ticks; an evaluation has {phase.Ticks}, "
                    + "so no sample could be read out: valid is immediate.");
            }
        }
    }

    /// <summary>Refuses an aligned target, with which a sample is read out after its own end.</summary>
    /// <param name="parameters">Options of a network.</param>
    /// <exception cref="ParameterException">There is one.</exception>
    public static void CheckOutputs(this MicrocircuitParameters parameters)
    {
        if (Late(parameters) is > 0 and long late)
        {
            throw new ParameterException(
                "target_delay",
                $"target_delay is 'aligned': a sample is answered {late} ticks late, while the next is shown, and "
                + "outputs per sample are taken at its own end; valid is a run with target_delay: immediate.");
        }
    }

    private static long Late(MicrocircuitParameters parameters) =>
        parameters.Graph.Targeted.Select(parameters.TargetDelay).DefaultIfEmpty().Max();

    private static void CheckFrames(MicrocircuitParameters parameters, Phase framed, long late)
    {
        if (late > 0)
        {
            throw new ParameterException(
                "target_delay",
                $"target_delay is 'aligned', and samples have {framed.Frames} frames, the last of which is read out; "
                + "valid is immediate.");
        }

        if (parameters.Cells.Generator != RandomGenerators.Counter)
        {
            throw new ParameterException(
                "generator",
                $"generator is '{parameters.Cells.Generator}', and samples have {framed.Frames} frames; "
                + $"valid is {RandomGenerators.Counter}.");
        }
    }

    // Backpropagation goes once over a graph, from targets that are its ends.
    private static void CheckComparable(AreaGraph graph)
    {
        const string Key = "angle_dW_BP";
        if (graph.WithCells.FirstOrDefault(graph.IsOnCycle, -1) is int round and >= 0)
        {
            throw new ParameterException(
                Key, $"{Key} is 'true', and area {graph.Name(round)} is on a cycle; valid is false.");
        }

        if (graph.Hidden.FirstOrDefault(graph.IsTargeted, -1) is int both and >= 0)
        {
            throw new ParameterException(
                Key, $"{Key} is 'true', and area {graph.Name(both)} has a target and areas above; valid is false.");
        }
    }
}
