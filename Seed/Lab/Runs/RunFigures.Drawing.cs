using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Clustering.Reports;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Plots;
using PalActors.Lab.Weights;

namespace PalActors.Lab.Runs;

/// <content>Figures that need more than the values of the networks.</content>
internal sealed partial class RunFigures
{
    // A chain needs no picture, unless somebody asks for it.
    private bool DrawGraph(string path)
    {
        if (!IsAsked && Plans[0].Graph.IsChain)
            return false;
        // Where the areas were, else where the experiment puts them.
        IReadOnlyList<NodeAreas>? places = networks[0].Places ?? experiment.Placement?
            .Select(areas => new NodeAreas("", [.. areas.Select(Plans[0].Graph.Name)])).ToArray();
        GraphPlot.Draw(path, Plans[0], places ?? []);
        return true;
    }

    private bool DrawWeights(string path) => WeightPlots.Draw(
        path, name,
        [
            .. from plan in FirstPlans
               let newest = NewestWeights.Read(Models!, folder, plan)
               where newest is not null
               select ($"{plan.Label}, seed {plan.Seed}", newest.Value.Source, newest.Value.Matrices),
        ]);

    private bool DrawRates(string path)
    {
        IReadOnlyList<CellSeries> series = RecordedCells.Read(folder, experiment.Cells, Plans);
        if (series.Count == 0)
            return false;
        RatePlots.Draw(path, series);
        return true;
    }

    private bool DrawDecision(string path)
    {
        if (Plans[0].Data != YinYangData || experiment.Cells is not ISampledModel sampled)
            return false;
        IReadOnlyList<DecisionMap> maps =
            DecisionMap.OfAsync(Models!, folder, Plans[0].Seed, Stop).GetAwaiter().GetResult();
        YinYang data = (YinYang)sampled.Samples(Plans[0]).Data;
        DecisionPlots.Draw(
            path, name, maps,
            [.. Enumerable.Range(0, experiment.Test).Select(sample => data.Sample("test", sample))]);
        return true;
    }
}
