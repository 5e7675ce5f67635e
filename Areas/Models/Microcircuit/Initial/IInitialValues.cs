using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Potentials and weights of a network before tick 1, or the raw draws behind them.</summary>
/// <remarks>Matrices are row-major, rows = postsynaptic neurons.</remarks>
public interface IInitialValues
{
    /// <summary>Somatic potentials of the pyramidal cells of an area.</summary>
    double[] Potentials(int area);

    /// <summary>Somatic potentials of the interneurons of a pathway between areas with cells.</summary>
    double[] InterneuronPotentials(Pathway pathway);

    /// <summary>Weights W of a pathway.</summary>
    double[] W(Pathway pathway);

    /// <summary>Weights P of a pathway between areas with cells.</summary>
    double[] P(Pathway pathway);

    /// <summary>Weights B of a pathway between areas with cells.</summary>
    double[] B(Pathway pathway);

    /// <summary>Weights Q of a pathway between areas with cells.</summary>
    double[] Q(Pathway pathway);
}
