using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model;

/// <content>What can be looked at from outside.</content>
public sealed partial class CorticalArea
{
    /// <summary>
    /// The state after a complete tick, and what was computed in it besides: prospective potentials <c>u_breve</c>, <c>v_breve</c>, and the apical
    /// potentials with noise <c>v_api_noise</c>.
    /// </summary>
    public AreaState Observe()
    {
        AreaState state = Capture();
        List<StateBlock> blocks = [.. state.Blocks, Vector("u_breve", Size, Pyramidal.Prospective)];
        if (!IsTop)
        {
            blocks.Add(Vector("v_breve", SizeAbove, Interneurons!.Prospective));
            // The soma saw the noise of the tick before; where noise does not act, xi has not changed since.
            double[] xi = (Flags & TickFlags.Noise) != 0 ? _xiPrevious : Noise;
            blocks.Add(Vector("v_api_noise", Size, [.. Apical.Zip(xi, (v, x) => v + x)]));
        }

        return state with { Blocks = [.. blocks] };
    }

    /// <summary>|ub - y|^2, a sum over the cells of the top area, with the prospective potentials and the target of the last tick.</summary>
    public double TargetError()
    {
        double sum = 0;
        for (int i = 0; i < Size; i++)
            sum += (Pyramidal.Prospective[i] - Target[i]) * (Pyramidal.Prospective[i] - Target[i]);
        return sum;
    }

    private static StateBlock Vector(string name, int size, double[] values) => new(name, size, 1, values.AsSpan(0, size).ToArray());
}
