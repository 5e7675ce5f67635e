namespace PalActors.Areas.Model.Initial;

/// <summary>
/// The raw random values that a network starts from: potentials standard normal, weights uniform in their ranges. Matrices are row-major, rows = postsynaptic
/// neurons. A caller may change what it gets.
/// </summary>
public interface IInitialDraws
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
