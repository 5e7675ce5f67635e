using System.Globalization;
using System.Net;

namespace PalActors.Lab.Data;

/// <summary>Files below an address of the web.</summary>
/// <remarks>Fetching fails if the server is silent for longer than <see cref="Patience"/>.</remarks>
/// <param name="client">The client.</param>
/// <param name="address">The address, with or without a slash at its end.</param>
internal sealed class WebSource(HttpClient client, Uri address) : IFileSource
{
    private readonly Uri _folder = new(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Longest time that a server may be silent.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    /// <remarks>A user name and password in the address are left out.</remarks>
    public string Name => _folder.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <inheritdoc/>
    public async Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        HttpResponseMessage? response = null;
        try
        {
            Uri path = new(_folder, file.PackedName);
            response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, patience.Token)
                .ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new IOException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}"));
            }

            Stream stream = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            PatientStream content = new(stream, response, Patience);
            return new FetchedStream(content, response.Content.Headers.ContentLength);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            throw exception switch
            {
                OperationCanceledException when !stop.IsCancellationRequested =>
                    PatientStream.Silence(Patience, exception),
                HttpRequestException => new IOException(exception.Message, exception),
                _ => exception,
            };
        }
    }
}
