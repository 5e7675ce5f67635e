using PalActors.Areas.Models.Microcircuit.Circuits;
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
        Dictionary<string, WeightMatrix> current = [];
        foreach (BasalPathway below in _below)
        {
            current[NameOf("W", _below.Length, below.Pathway.From)] = below.W;
            if (below.LowPassedUpdate is { } d)
                current[NameOf("D", _below.Length, below.Pathway.From)] = d;
        }

        List<StateBlock> blocks = [.. state.Blocks.Select(block =>
            current.TryGetValue(block.Name, out WeightMatrix? matrix)
                ? block with { Values = matrix.ToRowMajor() }
                : block)];
        blocks.Add(Vector("u_breve", Size, Pyramidal.Prospective));
        foreach (ApicalPathway above in _above)
        {
            string name = NameOf("v_breve", _above.Length, above.Pathway.To);
            blocks.Add(Vector(name, above.SizeAbove, above.Interneurons.Prospective));
        }

        if (_hidden is not null)
        {
            double[] noisy = [.. Enumerable.Range(0, Size).Select(_hidden.ApicalWithNoise)];
            blocks.Add(Vector("v_api_noise", Size, noisy));
        }

        return state with { Blocks = [.. blocks] };
    }

    private static StateBlock Vector(string name, int size, double[] values) =>
        new(name, size, 1, values.AsSpan(0, size).ToArray());
}
