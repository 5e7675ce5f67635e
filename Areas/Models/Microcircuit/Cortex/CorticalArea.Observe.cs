using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>Views from outside.</content>
public sealed partial class CorticalArea
{
    /// <summary>Indicates whether all rates are at a bound of the activation function, within 1e-6.</summary>
    public bool IsSaturated => Pyramidal.Activation.IsSaturated(Pyramidal.Rate, Size);

    /// <summary>State after a complete tick, and what was computed in it besides.</summary>
    /// <remarks>
    /// That is prospective potentials <c>u_breve</c> and <c>v_breve</c>, and the apical potentials with noise
    /// <c>v_api_noise</c>. W and D are brought up to date.
    /// </remarks>
    public AreaState Observe()
    {
        AreaState state = Capture();
        (WeightMatrix w, WeightMatrix? d) = (W, Forward.LowPassedUpdate);
        List<StateBlock> blocks = [.. state.Blocks.Select(block => block.Name switch
        {
            "W" => block with { Values = w.ToRowMajor() },
            "D" when d is not null => block with { Values = d.ToRowMajor() },
            _ => block,
        })];
        blocks.Add(Vector("u_breve", Size, Pyramidal.Prospective));
        if (_hidden is not null)
        {
            blocks.Add(Vector("v_breve", SizeAbove, _hidden.Interneurons.Prospective));
            double[] noisy = [.. Enumerable.Range(0, Size).Select(_hidden.ApicalWithNoise)];
            blocks.Add(Vector("v_api_noise", Size, noisy));
        }

        return state with { Blocks = [.. blocks] };
    }

    private static StateBlock Vector(string name, int size, double[] values) =>
        new(name, size, 1, values.AsSpan(0, size).ToArray());
}
