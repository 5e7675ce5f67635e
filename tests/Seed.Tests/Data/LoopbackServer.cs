using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PalActors.Seed.Tests.Data;

/// <summary>An answer of a test's server.</summary>
/// <param name="Status">Status line, for instance <c>200 OK</c>.</param>
/// <param name="Body">The bytes that are sent.</param>
/// <param name="Length">The length that is announced.</param>
/// <param name="Hangs">True if the connection then stays open, silently.</param>
public sealed record Answer(string Status, byte[] Body, int Length, bool Hangs = false);

/// <summary>
/// A file server on loopback with optional faults: one request per connection, answers by the requested path.
/// </summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Answer> _answer;
    private readonly Task _serving;

    public LoopbackServer(Func<string, Answer> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>Its address.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/digits");

    /// <summary>The requested paths.</summary>
    public List<string> Asked { get; } = [];

    public static Answer Ok(byte[] body) => new("200 OK", body, body.Length);

    public static Answer NotFound { get; } = new("404 Not Found", "none"u8.ToArray(), 4);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> clients = [];
        try
        {
            while (true)
                clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                string path = await RequestAsync(stream);
                lock (Asked)
                    Asked.Add(path);
                Answer answer = _answer(path);
                await stream.WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"HTTP/1.1 {answer.Status}\r\nContent-Length: {answer.Length}\r\nConnection: close\r\n\r\n"),
                    _stop.Token);
                await stream.WriteAsync(answer.Body, _stop.Token);
                if (answer.Hangs)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client has disconnected, or the test is over.
            }
        }
    }

    private async Task<string> RequestAsync(NetworkStream stream)
    {
        StringBuilder request = new();
        byte[] buffer = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                throw new IOException("the request is cut off");
            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return request.ToString().Split(' ')[1];
    }
}
