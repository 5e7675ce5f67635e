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
        PresentationTicks = TickText.Whole("Tpres", Tpres, Dt, 1);
    }

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

    /// <summary>Duration of a presentation, ms.</summary>
    public double Tpres { get; }

    /// <summary>Ticks in a presentation, Tpres/dt.</summary>
    public int PresentationTicks { get; }
}
