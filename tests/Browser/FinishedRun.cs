namespace PalActors.Browser;

/// <summary>A finished run of two models and three seeds, whose folder a program serves.</summary>
public sealed class FinishedRun : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;
    private ServingProgram _program = null!;

    /// <summary>Address of its pages.</summary>
    internal Uri Address => _program.Address;

    public async Task InitializeAsync()
    {
        string run = Path.Combine(_folder, "models");
        await ServingProgram.RunAsync(
            "run", "yin-yang", "--seeds", "1-3", "--set", "model=[PAL, FA]", "--epochs", "1", "--quiet", "--out", run);
        _program = await ServingProgram.StartAsync("view", run, "--port", "0", "--no-browser");
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
