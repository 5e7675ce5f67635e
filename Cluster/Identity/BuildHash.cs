using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace PalActors.Clustering.Identity;

/// <summary>Computes the hash of a build: SHA-256 over every assembly that computes.</summary>
/// <remarks>
/// The hash covers the name and the <see cref="CodeHash"/> of each, in ordinal order of names. Assemblies that compute
/// are those of PalActors that this one refers to, directly or not, the linear algebra that measures use, and plug-ins
/// with what they refer to. Builds are deterministic: the same sources give the same hash on any machine and in any
/// folder, compiled ahead or not, and one changed constant gives another. The program itself is not among them: help
/// and plots change without a new hash.
/// </remarks>
public static class BuildHash
{
    private const string Own = "PalActors.";
    private const string LinearAlgebra = "MathNet.Numerics";

    /// <summary>Computes the hash, 64 lower-case hex digits.</summary>
    /// <param name="plugIns">Assemblies that compute besides those of PalActors.</param>
    public static string Compute(params IEnumerable<Assembly> plugIns)
    {
        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        foreach (Assembly assembly in plugIns.Append(typeof(BuildHash).Assembly))
            Add(assembly, found);
        StringBuilder text = new();
        foreach ((string name, string id) in found)
            text.Append(CultureInfo.InvariantCulture, $"{name} {id}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Computes the SHA-256 of a file, lower-case hex.</summary>
    public static string OfFile(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static void Add(Assembly assembly, SortedDictionary<string, string> found)
    {
        if (!found.TryAdd(assembly.GetName().Name!, IdentityOf(assembly)))
            return;
        foreach (AssemblyName reference in assembly.GetReferencedAssemblies().Where(Computes))
            Add(Assembly.Load(reference), found);
    }

    // An assembly that was loaded from memory, or from a bundle, has no file.
    private static string IdentityOf(Assembly assembly) => File.Exists(assembly.Location)
        ? CodeHash.Of(File.OpenRead(assembly.Location))
        : assembly.ManifestModule.ModuleVersionId.ToString();

    private static bool Computes(AssemblyName name) =>
        name.Name is { } text && (text == LinearAlgebra || text.StartsWith(Own, StringComparison.Ordinal));
}
