using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using PalActors.Cli.Reports;
using PalActors.Cli.Settings;
using PalActors.Lab;
using PalActors.Web.Server;

namespace PalActors.Cli.Commands;

/// <summary>The options of <c>run</c> and <c>resume</c> about pages that show the run.</summary>
internal sealed class DashboardArguments
{
    private readonly Option<string?> _dashboard = new("--dashboard")
    {
        Description = $"Shows the run in a browser, at this port of loopback (by default {Dashboard.Port}) or at "
            + "ADDRESS:PORT; any other address than loopback needs a token, which is printed.",
        HelpName = "PORT",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly SettingOption _token = CreateToken();

    /// <summary>Adds the options to a command.</summary>
    public DashboardArguments(Command command)
    {
        command.Options.Add(_dashboard);
        command.Options.Add(_token);
    }

    /// <summary>The option that names a file with a token.</summary>
    public static SettingOption CreateToken() => new(
        "--dashboard-token", "FILE",
        "File with the token that pages need, such as a mounted secret; by default it is drawn and printed.");

    /// <summary>The token of an address: of the file, or drawn; null on loopback without a file.</summary>
    /// <exception cref="InputException">The file holds none.</exception>
    public static AccessToken? TokenOf(WebAddress? address, Given? file) =>
        AccessToken.Of(address, file?.Source ?? "", file?.Text);

    /// <summary>Starts the pages, if they are asked for.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="say">Takes a line with their address.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">A value is invalid, or the address cannot be had.</exception>
    public Task<IRunDashboard?> StartAsync(ParseResult parsed, Action<string> say, CancellationToken stop) =>
        parsed.GetResult(_dashboard) is { Implicit: false }
            ? BeginAsync(parsed, say, stop)
            : Task.FromResult<IRunDashboard?>(null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<IRunDashboard?> BeginAsync(ParseResult parsed, Action<string> say, CancellationToken stop)
    {
        WebAddress address = WebAddress.Parse(
            _dashboard.Name, parsed.GetValue(_dashboard) ?? Dashboard.Port.ToString(CultureInfo.InvariantCulture));
        return RunDashboard.StartAsync(address, TokenOf(address, _token.Read(parsed)), say, stop);
    }
}
