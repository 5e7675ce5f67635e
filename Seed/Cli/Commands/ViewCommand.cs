using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Web.Data;
using PalActors.Web.Server;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors view</c>: shows runs, sweeps and studies in a browser, from their folders.</summary>
internal static class ViewCommand
{
    private static readonly string s_usual = $"127.0.0.1:{Dashboard.Port}";

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Argument<string[]> folders = new("DIR")
        {
            Description = "The folder of a run, a sweep or a study, finished or going on; several side by side.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> port = new("--port")
        {
            Description = $"Port, or ADDRESS:PORT, to serve the pages at; by default {s_usual}, or any other port if "
                + "it is taken. Any other address than loopback needs a token, which is printed.",
            HelpName = "P",
        };
        SettingOption token = HttpArguments.CreateToken();
        Option<bool> noBrowser = new("--no-browser") { Description = "Does not open a browser." };
        Command command = new("view", "Shows runs, sweeps and studies in a browser; nothing there can change them.")
        {
            folders, port, token, noBrowser,
        };
        HelpExamples.Add(
            command,
            "palactors view runs/models",
            "palactors view runs/models runs/mine --no-browser",
            "Ctrl+C ends it. 'palactors run EXPERIMENT --dashboard' shows a run from inside, with its nodes.");
        command.SetAction((parsed, stop) =>
        {
            RunViews views = Open(models, parsed.GetRequiredValue(folders));
            WebAddress? address = parsed.GetValue(port) is { } text ? WebAddress.Parse(port.Name, text) : null;
            bool browse = !parsed.GetValue(noBrowser) && ConsoleFactory.IsTerminal(output);
            return ServeAsync(views, address, token.Read(parsed), browse, output, stop);
        });
        return command;
    }

    private static RunViews Open(ModelRegistry models, string[] folders)
    {
        List<ViewedRun> runs = [];
        List<ViewedSweep> sweeps = [];
        foreach (string folder in folders)
        {
            if (ViewedSweep.IsSweep(folder))
                sweeps.Add(ViewedSweep.Open(models, folder));
            else
                runs.Add(FolderRun.Open(models, folder));
        }

        return new RunViews(runs, sweeps);
    }

    private static async Task<int> ServeAsync(
        RunViews views, WebAddress? address, Given? tokenFile, bool browse, TextWriter output, CancellationToken stop)
    {
        AccessToken? token = AccessToken.Of(address, tokenFile?.Source ?? "", tokenFile?.Text);
        WebContent content = WebContent.Behind(token, Dashboard.Of(views, new PageSlots()));
        await using WebServer server = address is null
            ? await StartUsualAsync(content, stop).ConfigureAwait(false)
            : await WebServer.StartAsync(address, content, stop).ConfigureAwait(false);
        output.WriteLine($"{Dashboard.TextOf(server.Address, token)} shows it; Ctrl+C ends it");
        output.Flush();
        _ = Dashboard.WarmAsync(server.Address, token, views);
        if (browse)
            Browser.Open(Dashboard.UrlOf(server.Address, token));
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        return ExitCodes.Success;
    }

    private static async Task<WebServer> StartUsualAsync(WebContent content, CancellationToken stop)
    {
        WebAddress usual = WebAddress.Parse("--port", s_usual);
        try
        {
            return await WebServer.StartAsync(usual, content, stop).ConfigureAwait(false);
        }
        catch (InputException)
        {
            return await WebServer.StartAsync(usual with { Port = 0 }, content, stop).ConfigureAwait(false);
        }
    }
}
