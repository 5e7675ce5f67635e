namespace PalActors.Areas.Contract.Models;

/// <summary>Texts of a metric's figure.</summary>
/// <param name="Title">Title, which follows the name of the experiment.</param>
/// <param name="Axis">Label of the vertical axis, with its unit.</param>
public sealed record MetricFigure(string Title, string Axis);
