using System.Globalization;
using System.Text;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Evaluation;

/// <summary>Classes that a trained network reads out all over the plane of Yin-Yang.</summary>
/// <param name="Plan">The network.</param>
/// <param name="Classes">Classes by row and column of the grid, the lowest row first.</param>
internal sealed record DecisionMap(NetworkPlan Plan, int[,] Classes)
{
    /// <summary>Points of the grid on each side of the plane, which has side 1.</summary>
    public const int Side = 40;

    /// <summary>Evaluates networks of a run over the grid, as any samples of a file.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InputException">The run has not kept weights.</exception>
    public static async Task<IReadOnlyList<DecisionMap>> OfAsync(
        ModelRegistry models, string run, ulong seed, CancellationToken stop)
    {
        string grid = Path.Combine(Path.GetTempPath(), $"palactors-grid-{Guid.NewGuid():N}.csv");
        try
        {
            await File.WriteAllTextAsync(grid, Text(), stop).ConfigureAwait(false);
            Experiment experiment = EvaluatedExperiment.Read(models, run, grid);
            IReadOnlyList<EvaluatedNetwork> networks =
                await new EvaluationRun(models, experiment with { Seeds = [seed] }, "test").RunAsync(stop)
                    .ConfigureAwait(false);
            return [.. networks.Select(network => new DecisionMap(network.Plan, Read(models, network)))];
        }
        finally
        {
            File.Delete(grid);
        }
    }

    /// <summary>Coordinate of a column or row of the grid.</summary>
    public static double Place(int index) => (index + 0.5) / Side;

    private static string Text()
    {
        StringBuilder text = new("x,y,not_x,not_y,label\n");
        for (int i = 0; i < Side * Side; i++)
        {
            (double x, double y) = (Place(i % Side), Place(i / Side));
            // Classes beyond the disc are never asked for; they only have to be there.
            text.Append(CultureInfo.InvariantCulture, $"{x:R},{y:R},{1 - x:R},{1 - y:R},{YinYang.ClassOf(x, y)}\n");
        }

        return text.ToString();
    }

    private static int[,] Read(ModelRegistry models, EvaluatedNetwork network)
    {
        int[,] classes = new int[Side, Side];
        IPresentations numbers = ((ISampledModel)models.Of(network.Plan)).Samples(network.Plan).Numbers();
        int phase = network.Plan.Schedule.Phases.Length - 1, batch = numbers.Width;
        double[] shown = new double[batch];
        for (int i = 0; i < network.Outputs.Length; i++)
        {
            if (i % batch == 0)
                numbers.Fill(phase, i / batch, shown);
            int sample = (int)shown[i % batch];
            classes[sample / Side, sample % Side] = ConfusionMatrix.Largest(network.Outputs[i]);
        }

        return classes;
    }
}
