using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PalActors.Clustering.Remoting;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Certificates for tests.</summary>
internal static class Certificates
{
    /// <summary>Issues a certificate; an authority is made when it is first named.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="authority">Name of the authority.</param>
    /// <param name="name">Name of the certificate's files.</param>
    /// <param name="hosts">Hosts that it is for; none for 127.0.0.1.</param>
    public static TlsOptions Issue(DirectoryInfo folder, string authority, string name, params string[] hosts)
    {
        string Of(string file) => Path.Combine(folder.FullName, $"{authority}-{file}");
        if (!File.Exists(Of("ca.pem")))
        {
            using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            CertificateRequest request = new($"CN={authority}", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            using X509Certificate2 own = request.CreateSelfSigned(
                DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllText(Of("ca.pem"), own.ExportCertificatePem());
            File.WriteAllText(Of("ca.key"), key.ExportPkcs8PrivateKeyPem());
        }

        using X509Certificate2 signer = X509Certificate2.CreateFromPemFile(Of("ca.pem"), Of("ca.key"));
        using ECDsa nodeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest node = new($"CN={name}", nodeKey, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        foreach (string host in hosts.Length == 0 ? ["127.0.0.1"] : hosts)
        {
            if (IPAddress.TryParse(host, out IPAddress? address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        node.CertificateExtensions.Add(names.Build());
        using X509Certificate2 certificate = node.Create(
            signer, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1),
            RandomNumberGenerator.GetBytes(8));
        File.WriteAllText(Of($"{name}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Of($"{name}.key"), nodeKey.ExportPkcs8PrivateKeyPem());
        return new TlsOptions(Of($"{name}.pem"), Of($"{name}.key"), Of("ca.pem"));
    }
}
