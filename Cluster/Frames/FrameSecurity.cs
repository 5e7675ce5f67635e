using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PalActors.Clustering.Remoting;

namespace PalActors.Clustering.Frames;

/// <summary>Mutual TLS of connections for frames, with the checks that Akka.Remote's connections have.</summary>
/// <param name="options">Files and rules.</param>
internal sealed class FrameSecurity(TlsOptions options) : IDisposable
{
    private readonly X509Certificate2 _own = options.Load();
    private readonly X509Certificate2 _authority = options.LoadAuthority();

    /// <summary>Begins TLS at the end that opened a connection.</summary>
    /// <exception cref="AuthenticationException">The other end has no valid certificate.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public SslStream AsClient(Stream stream, NodeAddress node)
    {
        SslStream secure = new(stream);
        secure.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = node.Host.Trim('[', ']'),
            ClientCertificates = [_own],
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                options.Admits(certificate as X509Certificate2, _authority, $"tls://{node}"),
        });
        return secure;
    }

    /// <summary>Begins TLS at the end that accepted a connection.</summary>
    /// <exception cref="AuthenticationException">The other end has no valid certificate.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public SslStream AsServer(Stream stream)
    {
        SslStream secure = new(stream);
        secure.AuthenticateAsServer(new SslServerAuthenticationOptions
        {
            ServerCertificate = _own,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                options.Admits(certificate as X509Certificate2, _authority, ""),
        });
        return secure;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _own.Dispose();
        _authority.Dispose();
    }
}
