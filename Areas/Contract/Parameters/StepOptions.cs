using System.Globalization;
using PalActors.Messages.Plan;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Time of a network in any cell model: the Euler step and the duration of a presentation.</summary>
public sealed record StepOptions
{
    /// <summary>Binds and checks the options.</summary>
    /// <param name="options">Options of the plan; those of other tables are ignored.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public StepOptions(IEnumerable<PlanOption> options)
    {
        ParameterReader reader = new(OfPlans, options);
        Dt = reader.Real("dt");
        Tpres = reader.Real("Tpres");
        int ticks = TickText.Whole("Tpres", Tpres, Dt, 1);
        Frames = Count(reader.Real(FramesOption));
        PresentationTicks = ticks / Frames;
        if (ticks % Frames != 0)
            throw Uneven(ticks);
    }

    /// <summary>Option of plans whose samples have frames, as the data say.</summary>
    public const string FramesOption = "frames";

    /// <summary>Its parameters that are keys of experiments.</summary>
    public static ParameterTable Table { get; } = new(
    [
        new("dt", Real, Network, "ms", "Euler step: one tick", "0.01", Minimum: 0, ExclusiveMinimum: true),
        new(
            "Tpres", Real, Network, "ms",
            "duration of a presentation, a whole multiple of dt; cells microcircuit read a class out at ticks "
            + "1 + floor(k T/5 + 1/2), k = 1 to 4, of its T ticks, 5 or more",
            "1", Minimum: 0, ExclusiveMinimum: true),
    ]);

    /// <summary>All of its parameters: keys, and what follows from the data.</summary>
    public static ParameterTable OfPlans { get; } = ParameterTable.Join(
        Table, new([new(FramesOption, Real, Network, "", "frames of a sample", "1", Minimum: 1)]));

    /// <summary>Euler step, ms.</summary>
    public double Dt { get; }

    /// <summary>Duration of a sample, ms: of a presentation, or of all frames of a sequence.</summary>
    public double Tpres { get; }

    /// <summary>Frames of a sample; 1 for a sample that stays as it is.</summary>
    public int Frames { get; }

    /// <summary>Ticks of a sample, all frames together.</summary>
    public int SampleTicks => PresentationTicks * Frames;

    /// <summary>Ticks in a presentation, that is, of a frame: Tpres/dt/frames.</summary>
    public int PresentationTicks { get; }

    private static int Count(double frames) => frames <= int.MaxValue && double.IsInteger(frames)
        ? (int)frames
        : throw new ParameterException(
            FramesOption,
            string.Create(
                CultureInfo.InvariantCulture, $"{FramesOption} is '{frames}'; valid is a whole number, 1 or more."));

    private ParameterException Uneven(int ticks)
    {
        string nearest = NearestWhole.Name((double)ticks / Frames, 1, each => Of(each * Frames));
        return new ParameterException(
            "Tpres",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Tpres is {Tpres:G10} ms, {ticks} ticks, and a sample has {Frames} frames, each of as many ticks; "
                + $"valid is {nearest}."));

        string Of(double valid) =>
            string.Create(CultureInfo.InvariantCulture, $"{valid * Dt:G10} ms ({valid} ticks)");
    }
}
