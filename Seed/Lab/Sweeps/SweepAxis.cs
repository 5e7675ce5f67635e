using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>A key or quantity that a sweep varies, and its values.</summary>
/// <param name="Name">A key of the experiment, or a quantity of a study.</param>
/// <param name="Values">The values as text, all different, at least one.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Reads the <c>key=values</c> of an option, the values as <see cref="SweepValues"/> does.</summary>
    /// <exception cref="InputException">There is no key, or the values are none.</exception>
    public static SweepAxis Parse(string option, string text)
    {
        int equals = text.IndexOf('=');
        if (equals <= 0)
        {
            throw new InputException(
                $"{option}: '{text}' is not key=values, for instance {option} eta_bw=0.1,0.5,1 "
                + $"or {option} eta_bw=0.1:1:10.");
        }

        string key = text[..equals].Trim();
        return new SweepAxis(key, SweepValues.Parse(option, key, text[(equals + 1)..]));
    }
}
