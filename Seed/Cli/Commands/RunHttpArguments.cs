using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using PalActors.Cli.Reports;
using PalActors.Cli.Settings;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Cli.Commands;

/// <summary>Options of commands that run an experiment about what their process serves, all at one address.</summary>
/// <remarks>That of <c>--http-bind</c>; where only pages are asked for, that of <c>--dashboard</c>.</remarks>
internal sealed class RunHttpArguments
{
    private readonly HttpArguments _http;

    private readonly Option<string?> _dashboard = new("--dashboard")
    {
        Description = $"Shows the run in a browser, at this port of loopback (by default {Dashboard.Port}) or at "
            + "ADDRESS:PORT; with --http-bind at its address, and then without a value. Any other address than "
            + "loopback needs a token, which is printed.",
        HelpName = "PORT",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Adds the options to a command.</summary>
    public RunHttpArguments(Command command)
    {
        _http = new HttpArguments(command);
        command.Options.Add(_dashboard);
    }

    /// <summary>Starts what was asked for; null if nothing.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="status">Status of the run.</param>
    /// <param name="console">Is told the addresses.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">An option is wrong, or the address cannot be had.</exception>
    public Task<IRunServer?> StartAsync(
        ParseResult parsed, RunStatus status, RunConsole console, CancellationToken stop)
    {
        Given? bind = _http.Bind.Read(parsed);
        bool hasPages = parsed.GetResult(_dashboard) is { Implicit: false };
        if (bind is null && !hasPages && _http.NamesToken(parsed))
        {
            throw new InputException(
                $"{_http.Token.Name} is given without {_http.Bind.Name} or {_dashboard.Name}; valid with one of them.");
        }

        if (bind is not null && hasPages && parsed.GetValue(_dashboard) is { } own)
        {
            throw new InputException(
                $"{_dashboard.Name} is '{own}' and {bind.Source} is '{bind.Text}', but a process serves at one "
                + $"address; valid is {_dashboard.Name} without a value, for pages at the address of {bind.Source}.");
        }

        return bind is not null || hasPages || HttpArguments.IsSent
            ? BeginAsync(parsed, bind, hasPages, status, console, stop)
            : Task.FromResult<IRunServer?>(null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<IRunServer?> BeginAsync(
        ParseResult parsed, Given? bind, bool hasPages, RunStatus status, RunConsole console, CancellationToken stop)
    {
        Given? address = bind ?? (hasPages ? new Given(Pages(parsed), _dashboard.Name) : null);
        return RunServer.StartAsync(
            address is null ? null : HttpArguments.Options(address, _http.Token.Read(parsed)),
            bind is null ? null : status, hasPages, console, stop);
    }

    private string Pages(ParseResult parsed) =>
        parsed.GetValue(_dashboard) ?? Dashboard.Port.ToString(CultureInfo.InvariantCulture);
}
