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
        ParameterReader reader = new(Table, options);
        Dt = reader.Real("dt");
        Tpres = reader.Real("Tpres");
        int ticks = TickText.Whole("Tpres", Tpres, Dt, 1);
        Frames = options.FirstOrDefault(option => option.Name == FramesOption) is { } frames ? Count(frames) : 1;
        PresentationTicks = ticks / Frames;
        if (ticks % Frames != 0)
            throw Uneven(ticks);
    }

    /// <summary>Option of plans whose samples have frames; it is no parameter of its own.</summary>
    public const string FramesOption = "frames";

    /// <summary>Its parameters.</summary>
    public static ParameterTable Table { get; } = new(
    [
        new("dt", Real, Network, "ms", "Euler step: one tick", "0.01", Minimum: 0, ExclusiveMinimum: true),
        new(
            "Tpres", Real, Network, "ms",
            "duration of a presentation, a whole multiple of dt; cells microcircuit read a class out at ticks "
            + "1 + floor(k T/5 + 1/2), k = 1 to 4, of its T ticks, 5 or more",
            "1", Minimum: 0, ExclusiveMinimum: true),
    ]);

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

    private static int Count(PlanOption frames) =>
        frames.Values is [string text]
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count >= 1
            ? count
            : throw new ParameterException(
                FramesOption, $"frames is '{string.Join(", ", frames.Values)}'; valid is a whole number, 1 or more.");

    private ParameterException Uneven(int ticks)
    {
        int below = Math.Max(Frames, PresentationTicks * Frames), above = (PresentationTicks + 1) * Frames;
        string nearest = below == above ? Of(below) : $"{Of(below)} or {Of(above)}";
        return new ParameterException(
            "Tpres",
            string.Create(
                CultureInfo.InvariantCulture,
                $"Tpres is {Tpres:G10} ms, {ticks} ticks, and a sample has {Frames} frames, each of as many ticks; "
                + $"valid is {nearest}."));

        string Of(int valid) =>
            string.Create(CultureInfo.InvariantCulture, $"{valid * Dt:G10} ms ({valid} ticks)");
    }
}
