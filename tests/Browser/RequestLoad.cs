using System.Diagnostics;

namespace PalActors.Browser;

/// <summary>Requests for pages and files that were sent at a steady rate, however soon they were answered.</summary>
/// <param name="Sending">Time in which they were sent.</param>
/// <param name="Answering">Time until the last answer was there.</param>
/// <param name="Failed">Answers that did not bring what was asked for.</param>
internal sealed record RequestLoad(TimeSpan Sending, TimeSpan Answering, int Failed)
{
    private const int Connections = 64;

    private static readonly string[] s_paths =
        ["", "cortex", "nodes", "results", "data/0/metrics.csv", "_content/PalActors.Web/icon.svg"];

    /// <summary>Sends them and waits for all answers.</summary>
    /// <param name="address">Address of the pages.</param>
    /// <param name="perSecond">Requests a second.</param>
    /// <param name="seconds">Time to send them in.</param>
    public static async Task<RequestLoad> SendAsync(Uri address, int perSecond, int seconds)
    {
        using SocketsHttpHandler handler = new() { MaxConnectionsPerServer = Connections };
        using HttpClient client = new(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
        // A run has pages of its own once its networks start.
        while (!await SucceedsAsync(client, "data/0/metrics.csv"))
            await Task.Delay(50);
        Task<bool>[] requests = new Task<bool>[perSecond * seconds];
        long begun = Stopwatch.GetTimestamp();
        for (int i = 0; i < requests.Length; i++)
        {
            while (Stopwatch.GetElapsedTime(begun).TotalSeconds < (double)i / perSecond)
                await Task.Delay(1);
            requests[i] = SucceedsAsync(client, s_paths[i % s_paths.Length]);
        }

        TimeSpan sending = Stopwatch.GetElapsedTime(begun);
        bool[] answers = await Task.WhenAll(requests);
        return new RequestLoad(sending, Stopwatch.GetElapsedTime(begun), answers.Count(isAnswered => !isAnswered));
    }

    private static async Task<bool> SucceedsAsync(HttpClient client, string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(path);
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsByteArrayAsync()).Length > 0;
    }
}
