using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PalActors.Lab;

namespace PalActors.Web.Server;

/// <summary>HTTP server of this process at one address.</summary>
/// <remarks>
/// It reads no configuration: no file, no environment variable such as those that begin with ASPNETCORE_. It writes
/// nothing to the console and leaves signals to the program. Its files are found whatever the current folder is.
/// </remarks>
internal sealed class WebServer : IAsyncDisposable
{
    // Requests that are under way when the server ends get no longer than this.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(1);

    private readonly WebApplication _application;

    private WebServer(WebApplication application, WebAddress address) =>
        (_application, Address) = (application, address);

    /// <summary>The address that it listens at, with the port that was chosen where 0 was given.</summary>
    public WebAddress Address { get; }

    /// <summary>Starts a server, which answers when this completes.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="content">What it serves.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="InputException">The address cannot be had.</exception>
    public static async Task<WebServer> StartAsync(
        WebAddress address, WebContent content, CancellationToken stop = default)
    {
        WebApplication application = Build(address, content);
        try
        {
            await application.StartAsync(stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new InputException(
                $"{address.Setting} is {address}, which cannot be had: {Reason(exception)}; "
                + "another port or address may be free.");
        }

        string bound = application.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First();
        return new WebServer(application, address with { Port = new Uri(bound).Port });
    }

    /// <summary>Ends it; open pages lose their connection.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource patience = new(s_farewell);
        await _application.StopAsync(patience.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(WebAddress address, WebContent content)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = WebContent.Program,
            EnvironmentName = Environments.Production,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // A clone runs from the build's output, which lists where static files lie; a published program has them.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, $"{WebContent.Program}.staticwebassets.runtime.json")))
            builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(address.Ip, address.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, ProgramLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_farewell);
        content.Services?.Invoke(builder.Services);
        WebApplication application = builder.Build();
        content.Middleware?.Invoke(application);
        content.Map(application);
        return application;
    }

    private static string Reason(Exception exception)
    {
        for (Exception? one = exception; one is not null; one = one.InnerException)
        {
            if (one is AddressInUseException)
                return "the address is in use";
            if (one is SocketException socket)
                return socket.Message.TrimEnd('.');
        }

        return exception.Message.TrimEnd('.');
    }
}
