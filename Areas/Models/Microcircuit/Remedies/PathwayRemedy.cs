using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Remedies;

/// <summary>Part of a pathway that makes up for its delays: hooks at the points of a tick where it may act.</summary>
/// <remarks>
/// Each hook is called once per tick, except <see cref="RatePrevious"/>, which is called where a rule asks. It takes
/// what the remedy before it in the table gives, and by default passes it on. What it is given stays as it is until
/// <see cref="Complete"/> returns, and so does what it gives. Vectors are padded; nothing may be allocated.
/// </remarks>
internal abstract class PathwayRemedy
{
    /// <summary>Takes the state before tick 1.</summary>
    /// <param name="above">Prospective potentials of the area above.</param>
    /// <param name="rate">Rates of the area.</param>
    public virtual void Begin(double[] above, double[] rate)
    {
    }

    /// <summary>Changes what arrives from above, in place.</summary>
    /// <param name="above">Prospective potentials of the area above.</param>
    public virtual void Take(double[] above)
    {
    }

    /// <summary>Gives the rates that drive the interneurons.</summary>
    /// <param name="rate">Rates of the area in the tick.</param>
    public virtual double[] Rate(double[] rate) => rate;

    /// <summary>Gives what <see cref="Rate"/> gave in the previous tick, also after a restore.</summary>
    /// <param name="rate">Rates of the previous tick.</param>
    public virtual double[] RatePrevious(double[] rate) => rate;

    /// <summary>Gives the noise xi that the rule of B correlates with what comes from above.</summary>
    /// <param name="xi">Noise of the tick.</param>
    public virtual double[] Noise(double[] xi) => xi;

    /// <summary>Keeps what later ticks need, as the last part of a tick.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Names its state.</summary>
    public abstract void Describe(StateMap state);
}
