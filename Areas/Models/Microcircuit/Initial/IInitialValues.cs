namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Potentials and weights of a network before tick 1, or the raw draws that they follow from. Matrices are row-major, rows = postsynaptic neurons.</summary>
public interface IInitialValues
{
    /// <summary>Somatic potentials of the pyramidal cells of an area (1 to the top).</summary>
    double[] Potentials(int area);

    /// <summary>Somatic potentials of the interneurons of a hidden area.</summary>
    double[] InterneuronPotentials(int area);

    /// <summary>W of an area (1 to the top).</summary>
    double[] W(int area);

    /// <summary>P of a hidden area.</summary>
    double[] P(int area);

    /// <summary>B of a hidden area.</summary>
    double[] B(int area);

    /// <summary>Q of a hidden area.</summary>
    double[] Q(int area);
}
