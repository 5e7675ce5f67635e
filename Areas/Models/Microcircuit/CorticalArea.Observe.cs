using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit;

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
        // What a lazy projection has not brought into its matrices yet is in these.
        (WeightMatrix w, WeightMatrix? d) = (W, LowPassedUpdate);
        List<StateBlock> blocks = [.. state.Blocks.Select(block => block.Name switch
        {
            "W" => block with { Values = w.ToRowMajor() },
            "D" when d is not null => block with { Values = d.ToRowMajor() },
            _ => block,
        })];
        blocks.Add(Vector("u_breve", Size, Pyramidal.Prospective));
        if (!IsTop)
        {
            blocks.Add(Vector("v_breve", SizeAbove, Interneurons!.Prospective));
            blocks.Add(Vector("v_api_noise", Size, [.. Enumerable.Range(0, Size).Select(ApicalWithNoise)]));
        }

        return state with { Blocks = [.. blocks] };
    }

    /// <summary>|ub - y|^2, a sum over the cells of the top area, with the prospective potentials of the last tick and the target that acted in it.</summary>
    public double TargetError()
    {
        double sum = 0;
        double[] target = ActingTarget;
        for (int i = 0; i < Size; i++)
            sum += (Pyramidal.Prospective[i] - target[i]) * (Pyramidal.Prospective[i] - target[i]);
        return sum;
    }

    /// <summary>
    /// The apical potential of a neuron with the noise that its soma saw in the last tick: that of the tick before; where noise does not act, xi has not
    /// changed since.
    /// </summary>
    public double ApicalWithNoise(int neuron) => Apical[neuron] + ((Flags & TickFlags.Noise) != 0 ? _xiPrevious : Noise)[neuron];

    /// <summary>Low-passed updates D of W, or null where updates are not low-passed.</summary>
    public WeightMatrix? LowPassedUpdate => _input.Current(RateBelow).D;

    private static StateBlock Vector(string name, int size, double[] values) => new(name, size, 1, values.AsSpan(0, size).ToArray());
}
