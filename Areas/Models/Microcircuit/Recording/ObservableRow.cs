using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Circuits;
using static PalActors.Areas.Contract.Models.ObservableAxis;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Makes rows of the table of observables; each reads only what the areas that have it have.</summary>
/// <remarks>
/// Along an axis below or above, the values of one pathway follow those of the other, in the order of their areas.
/// </remarks>
internal static class ObservableRow
{
    /// <summary>Vector of an input area, as an area above it sees it.</summary>
    public static Observable VectorOfInput(
        string name, string symbol, string description, Func<BasalPathway, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Input, Here, None, description,
            (recorder, area, row, _) =>
                value(recorder.Forward.Pathways.First(pathway => pathway.Pathway.From == area), row));

    /// <summary>Vector of areas with a target.</summary>
    public static Observable VectorOfTarget(
        string name, string symbol, string description, Func<TargetCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Targeted, Here, None, description,
            (recorder, _, row, _) => value(recorder.Target, row));

    /// <summary>Vector of all areas with cells.</summary>
    public static Observable Vector(
        string name, string symbol, string description, Func<ForwardCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.AboveInput, Here, None, description,
            (recorder, _, row, _) => value(recorder.Forward, row));

    /// <summary>Vector of hidden areas.</summary>
    public static Observable VectorOfHidden(
        string name, string symbol, string description, Func<HiddenCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, Here, None, description,
            (recorder, _, row, _) => value(recorder.Hidden, row));

    /// <summary>Vector over the areas below, of all areas with cells.</summary>
    public static Observable VectorOfBelow(
        string name, string symbol, string description, Func<BasalPathway, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.AboveInput, Below, None, description,
            (recorder, _, row, _) => value(At(recorder.Forward, ref row), row));

    /// <summary>Vector over the areas above, of hidden areas.</summary>
    public static Observable VectorOfAbove(
        string name, string symbol, string description, Func<ApicalPathway, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, Above, None, description,
            (recorder, _, row, _) => value(At(recorder.Hidden, ref row), row));

    /// <summary>Matrix from the areas below, of all areas with cells.</summary>
    public static Observable FromBelow(
        string name, string symbol, string description, Func<BasalPathway, int, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.AboveInput, Here, Below, description,
            (recorder, _, row, column) => value(At(recorder.Forward, ref column), row, column));

    /// <summary>Matrix from the areas above or their interneurons, of hidden areas.</summary>
    public static Observable FromAbove(
        string name, string symbol, string description, Func<ApicalPathway, int, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, Here, Above, description,
            (recorder, _, row, column) => value(At(recorder.Hidden, ref column), row, column));

    /// <summary>Matrix to the interneurons that mirror the areas above, of hidden areas.</summary>
    public static Observable ToInterneurons(
        string name, string symbol, string description, Func<ApicalPathway, int, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, Above, Here, description,
            (recorder, _, row, column) => value(At(recorder.Hidden, ref row), row, column));

    // The pathway of a place along the areas below, and the place in it.
    private static BasalPathway At(ForwardCircuit circuit, ref int place)
    {
        int pathway = 0;
        for (; place >= circuit.Pathways[pathway].SizeBelow; pathway++)
            place -= circuit.Pathways[pathway].SizeBelow;
        return circuit.Pathways[pathway];
    }

    private static ApicalPathway At(HiddenCircuit circuit, ref int place)
    {
        int pathway = 0;
        for (; place >= circuit.Pathways[pathway].SizeAbove; pathway++)
            place -= circuit.Pathways[pathway].SizeAbove;
        return circuit.Pathways[pathway];
    }
}
