using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PalActors.Lab.Results;
using PalActors.Web.Charts;
using PalActors.Web.Data;

namespace PalActors.Web.Server;

/// <summary>Files that a page offers: metrics.csv, the values of a figure, and pictures of a run's folder.</summary>
internal static class RunDownloads
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/data/{run:int}/metrics.csv", (int run, RunViews views) => Send(
            views, run, RunFiles.Metrics, "text/csv"));
        endpoints.MapGet("/data/{run:int}/pictures/{name}", (int run, string name, RunViews views) =>
            RunPictures.Has(name) ? Send(views, run, name, "image/png") : Results.NotFound());
        endpoints.MapGet("/data/curves/{figure:int}.csv", (int figure, RunViews views) =>
            views.Curves() is { } all && figure >= 0 && figure < all.Count
                ? Results.Text(Csv(all[figure]), "text/csv", Encoding.UTF8)
                : Results.NotFound());
    }

    private static IResult Send(RunViews views, int run, string name, string type)
    {
        IReadOnlyList<ViewedRun> runs = views.Runs;
        if (run < 0 || run >= runs.Count || !File.Exists(Path.Combine(runs[run].Folder, name)))
            return Results.NotFound();
        FileStream stream = new(
            Path.Combine(runs[run].Folder, name), FileMode.Open, FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete);
        return Results.Stream(stream, type, $"{runs[run].Name}-{name}");
    }

    private static string Csv(Figure figure)
    {
        StringBuilder text = new("curve,epoch,value\n");
        foreach (LineMark line in figure.Marks.OfType<LineMark>())
        {
            string name = Lab.Texts.Csv.Join([line.Name]);
            for (int i = 0; i < line.X.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{name},{line.X[i]:R},{line.Y[i]:R}\n");
        }

        return text.ToString();
    }
}
