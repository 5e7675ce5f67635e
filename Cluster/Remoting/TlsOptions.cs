using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PalActors.Clustering.Remoting;

/// <summary>Mutual TLS: every node has a certificate, and accepts only those that one authority has signed.</summary>
/// <param name="Certificate">This node's certificate, a PEM file.</param>
/// <param name="Key">Its private key, a PEM file.</param>
/// <param name="Authority">The authority's certificate, a PEM file.</param>
public sealed record TlsOptions(string Certificate, string Key, string Authority)
{
    /// <summary>True if host names are not compared: any certificate of the authority serves any node.</summary>
    public bool SignaturesOnly { get; init; }

    /// <summary>Finds the first problem of the files, in one line; null if there is none.</summary>
    /// <param name="name">Name of a property for people, such as an option.</param>
    public string? Problem(Func<string, string> name)
    {
        (string Property, string Path)[] files =
            [(nameof(Certificate), Certificate), (nameof(Key), Key), (nameof(Authority), Authority)];
        foreach ((string property, string path) in files)
        {
            if (path.Length == 0)
                return $"{name(property)} is missing; TLS takes {Names(name)} together";
            if (!File.Exists(path))
                return $"{name(property)} is '{path}', which is not there; valid is a PEM file";
        }

        try
        {
            using X509Certificate2 own = Load();
            using X509Certificate2 authority = LoadAuthority();
            if (!IsSigned(own, authority))
            {
                return $"{name(nameof(Certificate))} {Certificate} is not signed by "
                    + $"{name(nameof(Authority))} {Authority}, or not valid today";
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException
            or IOException or UnauthorizedAccessException)
        {
            return $"the certificates cannot be read ({exception.Message.TrimEnd('.')}); "
                + $"{Names(name)} are PEM files";
        }

        return null;
    }

    /// <summary>Names of the three files.</summary>
    internal static string Names(Func<string, string> name) =>
        $"{name(nameof(Certificate))}, {name(nameof(Key))} and {name(nameof(Authority))}";

    /// <summary>Loads this node's certificate with its key.</summary>
    /// <exception cref="CryptographicException">They cannot be read.</exception>
    /// <exception cref="ArgumentException">They do not belong together.</exception>
    public X509Certificate2 Load()
    {
        using X509Certificate2 pem = X509Certificate2.CreateFromPemFile(Certificate, Key);
        // A key straight from PEM is not usable by TLS on every platform; after a round trip it is.
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }

    /// <summary>Loads the authority's certificate.</summary>
    public X509Certificate2 LoadAuthority() => X509CertificateLoader.LoadCertificateFromFile(Authority);

    /// <summary>Checks whether the other end of a connection may be a node.</summary>
    /// <param name="certificate">Its certificate; null if it showed none.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="peer">The other end, as of <see cref="IsFor"/>.</param>
    public bool Admits(X509Certificate2? certificate, X509Certificate2 authority, string peer) =>
        certificate is not null && IsSigned(certificate, authority) && (SignaturesOnly || IsFor(certificate, peer));

    /// <summary>Checks whether a certificate names the host that a connection was opened to.</summary>
    /// <remarks>
    /// Which name the other end has is known only to the end that opens the connection. To the other one a peer is an
    /// address of the network, which need not be in any certificate.
    /// </remarks>
    /// <param name="certificate">The other end's certificate.</param>
    /// <param name="peer">
    /// The other end, as the transport names it: a node's address where the connection is opened; else a socket's, or
    /// nothing.
    /// </param>
    public static bool IsFor(X509Certificate2 certificate, string peer) =>
        peer.Length == 0 || IPEndPoint.TryParse(peer, out _)
        || Uri.TryCreate(peer, UriKind.Absolute, out Uri? address) && certificate.MatchesHostname(address.DnsSafeHost);

    /// <summary>Checks whether a certificate is valid now and signed by the authority.</summary>
    public static bool IsSigned(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
