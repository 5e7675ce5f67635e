using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Parameters of the state before tick 1, and of random numbers.</summary>
internal static class InitialTable
{
    /// <summary>Parameters, in the order in which they are shown.</summary>
    public static ParameterTable Parameters { get; } = new(
    [
        new(
            "init_in_SPS", Flag, Network, "",
            "start in the self-predicting state: P and Q follow from W and B",
            "true"),
        new("init_WPP_range", ParameterKind.Range, Network, "", "initial W is uniform in this range", "[-0.1, 0.1]"),
        new(
            "init_WIP_range", ParameterKind.Range, Network, "",
            "initial P is uniform in this range (unless init_in_SPS)",
            "[-0.1, 0.1]"),
        new("init_BPP_range", ParameterKind.Range, Network, "", "initial B is uniform in this range", "[-1, 1]"),
        new(
            "init_BPI_range", ParameterKind.Range, Network, "",
            "initial Q is uniform in this range (unless init_in_SPS)",
            "[-1, 1]"),
        new(
            "init_potentials", Word, Network, "",
            "initial somatic potentials: all zero, or standard normal",
            "zero", ["zero", "normal"]),
        new(
            "init_teacher_WPP_range", ParameterKind.Range, Teacher, "",
            "W of the teacher is uniform in this range",
            "[-1, 1]"),
        new(
            "init_teacher_WIP_range", ParameterKind.Range, Teacher, "",
            "P of the teacher; not used, since a teacher is self-predicting",
            "[-1, 1]"),
        new(
            "init_teacher_BPP_range", ParameterKind.Range, Teacher, "",
            "B of the teacher is uniform in this range",
            "[-1, 1]"),
        new(
            "init_teacher_BPI_range", ParameterKind.Range, Teacher, "",
            "Q of the teacher; not used, since a teacher is self-predicting",
            "[-1, 1]"),
        new(
            "generator", Word, Network, "",
            "random numbers: counter-based, or numpy's legacy stream for runs seed for seed with the authors' "
            + "program",
            "counter", RandomGenerators.Names),
    ]);
}
