using System.Globalization;
using System.Net;

namespace PalActors.Seed.Data;

/// <summary>Files below an address of the web. A server that says nothing for a while is given up.</summary>
/// <param name="client">The client.</param>
/// <param name="address">The address, with or without a slash at its end.</param>
public sealed class WebSource(HttpClient client, Uri address) : IFileSource
{
    private readonly Uri _folder = new(address.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>How long a server may be silent.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    // Without the name and the password that an address may hold.
    /// <inheritdoc/>
    public string Name => _folder.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    /// <inheritdoc/>
    public async Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        HttpResponseMessage? response = null;
        try
        {
            response = await client.GetAsync(new Uri(_folder, file.PackedName), HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}"));
            Stream stream = await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false);
            return new FetchedStream(new PatientStream(stream, response, Patience), response.Content.Headers.ContentLength);
        }
        catch (Exception exception)
        {
            response?.Dispose();
            throw exception switch
            {
                OperationCanceledException when !stop.IsCancellationRequested => new IOException(Silence(Patience), exception),
                HttpRequestException => new IOException(exception.Message, exception),
                _ => exception,
            };
        }
    }

    private static string Silence(TimeSpan patience) => string.Create(CultureInfo.InvariantCulture, $"the server was silent for {patience.TotalSeconds} s");

    // The client's own timeout ends with the headers; a stalled body would be waited for without end.
    private sealed class PatientStream(Stream inner, HttpResponseMessage response, TimeSpan patience) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            using CancellationTokenSource silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            silence.CancelAfter(patience);
            try
            {
                return await inner.ReadAsync(buffer, silence.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new IOException(Silence(patience), exception);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                response.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
