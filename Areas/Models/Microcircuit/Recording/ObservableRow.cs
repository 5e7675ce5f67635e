using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Circuits;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Makes rows of the table of observables; each reads only what the areas that have it have.</summary>
internal static class ObservableRow
{
    /// <summary>Vector of the input, as area 1 sees it.</summary>
    public static Observable VectorOfInput(
        string name, string symbol, string description, Func<ForwardCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Input, ObservableAxis.Here, ObservableAxis.None, description,
            (area, row, _) => value(area.Forward, row));

    /// <summary>Vector of the top area.</summary>
    public static Observable VectorOfTop(
        string name, string symbol, string description, Func<TopCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Top, ObservableAxis.Here, ObservableAxis.None, description,
            (area, row, _) => value(area.Top, row));

    /// <summary>Vector of all areas above the input.</summary>
    public static Observable Vector(
        string name, string symbol, ObservableAxis rows, string description, Func<ForwardCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.AboveInput, rows, ObservableAxis.None, description,
            (area, row, _) => value(area.Forward, row));

    /// <summary>Vector of hidden areas.</summary>
    public static Observable VectorOfHidden(
        string name, string symbol, ObservableAxis rows, string description, Func<HiddenCircuit, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, rows, ObservableAxis.None, description,
            (area, row, _) => value(area.Hidden, row));

    /// <summary>Matrix of all areas above the input.</summary>
    public static Observable Matrix(
        string name,
        string symbol,
        ObservableAxis rows,
        ObservableAxis columns,
        string description,
        Func<ForwardCircuit, int, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.AboveInput, rows, columns, description,
            (area, row, column) => value(area.Forward, row, column));

    /// <summary>Matrix of hidden areas.</summary>
    public static Observable MatrixOfHidden(
        string name,
        string symbol,
        ObservableAxis rows,
        ObservableAxis columns,
        string description,
        Func<HiddenCircuit, int, int, double> value) =>
        new(
            name, symbol, "1", ObservableHome.Hidden, rows, columns, description,
            (area, row, column) => value(area.Hidden, row, column));

    /// <summary>Change of a matrix of all areas above the input, in a tick.</summary>
    public static Observable Change(
        string name,
        string symbol,
        ObservableAxis rows,
        ObservableAxis columns,
        string description,
        Func<ForwardCircuit, int, int, double> value) =>
        Matrix(name, symbol, rows, columns, description, value) with { IsChange = true };

    /// <summary>Change of a matrix of hidden areas, in a tick.</summary>
    public static Observable ChangeOfHidden(
        string name,
        string symbol,
        ObservableAxis rows,
        ObservableAxis columns,
        string description,
        Func<HiddenCircuit, int, int, double> value) =>
        MatrixOfHidden(name, symbol, rows, columns, description, value) with { IsChange = true };
}
