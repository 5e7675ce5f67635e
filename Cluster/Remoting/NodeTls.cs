using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PalActors.Clustering.Remoting;

/// <summary>Mutual TLS of a node: its certificates, loaded once, and what its connections do with them.</summary>
/// <param name="options">Files and rules.</param>
internal sealed class NodeTls(TlsOptions options)
{
    private readonly X509Certificate2 _authority = options.LoadAuthority();

    /// <summary>The node's certificate with its key.</summary>
    public X509Certificate2 Own { get; } = options.Load();

    /// <summary>Checks whether the other end of a connection may be a node.</summary>
    /// <param name="certificate">Its certificate; null if it showed none.</param>
    /// <param name="peer">The other end, as of <see cref="TlsOptions.IsFor"/>.</param>
    public bool Admits(X509Certificate2? certificate, string peer) => options.Admits(certificate, _authority, peer);

    /// <summary>Begins TLS at the end that opened a connection for frames.</summary>
    /// <exception cref="AuthenticationException">The other end has no valid certificate.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public SslStream AsClient(Stream stream, NodeAddress node)
    {
        SslStream secure = new(stream);
        secure.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = node.Host.Trim('[', ']'),
            ClientCertificates = [Own],
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                Admits(certificate as X509Certificate2, $"tls://{node}"),
        });
        return secure;
    }

    /// <summary>Begins TLS at the end that accepted a connection for frames.</summary>
    /// <exception cref="AuthenticationException">The other end has no valid certificate.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public SslStream AsServer(Stream stream)
    {
        SslStream secure = new(stream);
        secure.AuthenticateAsServer(new SslServerAuthenticationOptions
        {
            ServerCertificate = Own,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                Admits(certificate as X509Certificate2, ""),
        });
        return secure;
    }
}
