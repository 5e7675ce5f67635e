namespace PalActors.Areas.Contract.Models;

/// <summary>Texts of the metric that a model shows beside accuracy.</summary>
/// <param name="Short">Name in lines of progress.</param>
/// <param name="Column">Name in the heading of a column, before the area.</param>
/// <param name="Phrase">Name with its unit in the sentence below the table.</param>
/// <param name="Figure">Texts of its figure beside that of accuracy.</param>
public sealed record MetricHeadline(string Short, string Column, string Phrase, MetricFigure Figure);
