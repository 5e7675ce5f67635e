using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PalActors.Lab.PlugIns;

/// <summary>Checks, before and after it is loaded, that the program has what a plug-in refers to.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class PlugInReferences(string path)
{
    private const string Own = "PalActors.";

    private static readonly string s_version = ProgramVersion.Assemblies.ToString(3);

    /// <summary>Checks the assemblies that the file refers to.</summary>
    /// <exception cref="InputException">
    /// It is no assembly, was built against another version, or refers to what the program does not have.
    /// </exception>
    public void CheckAssemblies()
    {
        using FileStream stream = PlugInFile.Open(path);
        using PEReader file = new(stream);
        try
        {
            if (!file.HasMetadata)
                throw NoAssembly();
            MetadataReader metadata = file.GetMetadataReader();
            if (!metadata.IsAssembly)
                throw NoAssembly();
            AssemblyName[] references =
            [
                .. metadata.AssemblyReferences.Select(one => metadata.GetAssemblyReference(one).GetAssemblyName()),
            ];
            foreach (AssemblyName reference in references)
                CheckVersion(reference);
            foreach (AssemblyName reference in references)
                CheckPresence(reference);
        }
        catch (BadImageFormatException)
        {
            throw NoAssembly();
        }
    }

    /// <summary>Checks that the types and members that it refers to are there.</summary>
    /// <remarks>So that none is found missing in the middle of a run.</remarks>
    /// <param name="plugIn">The assembly.</param>
    /// <exception cref="InputException">One is missing.</exception>
    public void CheckMembers(Assembly plugIn)
    {
        using FileStream stream = PlugInFile.Open(path);
        using PEReader file = new(stream);
        MetadataReader metadata = file.GetMetadataReader();
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            // Those of open generic types cannot be resolved without their arguments.
            if (metadata.GetMemberReference(handle).Parent.Kind != HandleKind.TypeReference)
                continue;
            try
            {
                plugIn.ManifestModule.ResolveMember(MetadataTokens.GetToken(handle));
            }
            catch (Exception exception) when (exception is MissingMemberException or TypeLoadException)
            {
                throw new InputException(
                    $"plug-in '{path}' needs what palactors {s_version} does not have ({exception.Message}); "
                    + "valid is one built against the packages of this build.");
            }
        }
    }

    private InputException NoAssembly() =>
        new($"plug-in '{path}' is not a .NET assembly; valid is a .dll with a public class that implements IPlugIn.");

    private void CheckVersion(AssemblyName reference)
    {
        if (reference.Name!.StartsWith(Own, StringComparison.Ordinal)
            && ProgramHas(reference.Name)
            && reference.Version != ProgramVersion.Assemblies)
        {
            throw new InputException(
                $"plug-in '{path}' was built against {reference.Name} {reference.Version!.ToString(3)}, and this is "
                + $"palactors {s_version}; valid is one built against the packages of version {s_version}.");
        }
    }

    private void CheckPresence(AssemblyName reference)
    {
        if (!ProgramHas(reference.FullName))
        {
            throw new InputException(
                $"plug-in '{path}' refers to {reference.Name} {reference.Version}, which palactors does not have; "
                + "valid is a plug-in of one file, which refers to packages of PalActors and what they refer to.");
        }
    }

    private static bool ProgramHas(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name)) is not null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return false;
        }
    }
}
