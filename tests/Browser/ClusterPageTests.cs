using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.Browser;

/// <summary>A run over two nodes, one of which is killed.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class ClusterPageTests(Chromium chromium) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-browser").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task TheTimeLineTellsOfSnapshotsAndOfAKilledNodeAndItsRecovery()
    {
        string port = FreePort().ToString(CultureInfo.InvariantCulture);
        Task<ServingProgram> starting = ServingProgram.StartAsync(
            "run", "yin-yang", "--seeds", "1", "--nodes", "2", "--no-seed-areas", "--snapshot-every", "1s",
            "--port", port, "--dashboard", "0", "--out", Path.Combine(_folder, "run"));
        string[] node = ["node", "--join", $"127.0.0.1:{port}", "--give-up-after", "2m"];
        await using ServingProgram first = ServingProgram.Begin(node);
        await using ServingProgram second = ServingProgram.Begin(node);
        await using ServingProgram seed = await starting;
        await using WatchedPage page = await WatchedPage.OpenAsync(chromium, seed.Address, "nodes");
        await page.WaitAsync("document.querySelectorAll('.node').length === 2");
        await page.WaitAsync("document.querySelector('.timeline .snapshot')");
        await page.WaitAsync("/\\d frames, .*B/.test(document.querySelector('.table tbody').textContent)");
        await page.WaitAsync(
            "[...document.querySelectorAll('tr.link')]"
            + ".some(row => /1 to 2, up\\s*[\\d,]+ frames, .*B/.test(row.textContent))");
        first.Kill();
        await page.WaitAsync(
            "document.querySelector('.timeline .loss')?.textContent.includes('is gone at about tick')");
        await page.WaitAsync("document.querySelector('.timeline').textContent.includes('generation 2 goes on')");
        await page.WaitAsync("document.querySelector('.timeline').textContent.includes('after the loss was noticed')");
        await page.KeepAsync("cluster-live");
        await page.RequireAccessibleAsync();
        page.RequireNoProblem();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
