using PalActors.Cli;
using PalActors.Cli.Settings;

namespace PalActors.Seed.Tests.Settings;

/// <summary>Commands with an environment and an <c>appsettings.json</c> of their own.</summary>
internal sealed class SettingsLab : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Dictionary<string, string> Environment { get; } = [];

    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();

    /// <summary>Writes a file into the current folder of the commands.</summary>
    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Writes the program's own section.</summary>
    public void WriteSettings(string members) =>
        Write(SettingsFile.Name, $"{{ \"Other\": {{ \"Port\": [1, 2] }}, \"PalActors\": {{ {members} }} }}");

    public async Task<Invocation> RunAsync(params string[] args)
    {
        StringWriter output = new(), error = new();
        int code = await CommandLine.InvokeAsync(args, CellModels.All, output, error, Sources, CancellationToken.None);
        return new Invocation(code, output.ToString(), error.ToString());
    }

    private ProcessSources Sources() =>
        new(name => Environment.GetValueOrDefault(name), SettingsFile.Read(_folder.Path));
}
