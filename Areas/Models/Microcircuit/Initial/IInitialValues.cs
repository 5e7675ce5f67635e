namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Potentials and weights of a network before tick 1, or the raw draws behind them.</summary>
/// <remarks>Matrices are row-major, rows = postsynaptic neurons.</remarks>
public interface IInitialValues
{
    /// <summary>Somatic potentials of the pyramidal cells of an area (1 to the top).</summary>
    double[] Potentials(int area);

    /// <summary>Somatic potentials of the interneurons of a hidden area.</summary>
    double[] InterneuronPotentials(int area);

    /// <summary>Weights W of an area (1 to the top).</summary>
    double[] W(int area);

    /// <summary>Weights P of a hidden area.</summary>
    double[] P(int area);

    /// <summary>Weights B of a hidden area.</summary>
    double[] B(int area);

    /// <summary>Weights Q of a hidden area.</summary>
    double[] Q(int area);
}
