namespace PalActors.Areas.Contract.Models;

/// <summary>A metric: a row of metrics.csv by name, with all that tables, figures and docs say of it.</summary>
/// <param name="Name">Name in metrics.csv, for instance <c>angle_WT_B</c>.</param>
/// <param name="Label">Short name in tables and figures, for instance <c>angle(W^T,B)</c>.</param>
/// <param name="Unit">Unit; 1 if it has none.</param>
/// <param name="Home">Areas that it is measured in.</param>
/// <param name="Form">Form of its values.</param>
/// <param name="Meaning">Meaning in one line.</param>
public sealed record MetricDescriptor(
    string Name, string Label, string Unit, MetricHome Home, MetricForm Form, string Meaning);
