using System.Reflection;
using System.Runtime.Loader;
using PalActors.Areas.Models.PlugIns;

namespace PalActors.Lab.PlugIns;

/// <summary>A file that holds a plug-in.</summary>
/// <param name="path">Its path.</param>
internal sealed class PlugInFile(string path)
{
    /// <summary>Opens a file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"plug-in '{path}' is not there; valid is the path of a .dll.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"plug-in '{path}' cannot be read: {exception.Message}");
        }
    }

    /// <summary>Loads the assembly and adds the rows of its plug-in.</summary>
    /// <remarks>
    /// It is loaded into the context of the program, so that both know the same types, and stays there. No serializer
    /// learns of it: on the wire, rows are names.
    /// </remarks>
    /// <param name="tables">Tables of the program.</param>
    /// <exception cref="InputException">It is no plug-in for this program.</exception>
    public Assembly Load(PlugInTables tables)
    {
        PlugInReferences references = new(path);
        references.CheckAssemblies();
        Assembly assembly;
        IPlugIn plugIn;
        try
        {
            assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
            references.CheckMembers(assembly);
            plugIn = Create(assembly);
        }
        catch (Exception exception) when (exception is FileLoadException or ReflectionTypeLoadException
            or TypeLoadException or BadImageFormatException or TargetInvocationException)
        {
            throw new InputException($"plug-in '{path}' cannot be loaded: {Reason(exception)}");
        }

        try
        {
            plugIn.Register(tables);
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"plug-in '{path}': {exception.Message}");
        }

        return assembly;
    }

    private IPlugIn Create(Assembly assembly)
    {
        Type[] types =
        [
            .. assembly.GetExportedTypes().Where(type =>
                type is { IsClass: true, IsAbstract: false }
                && type.IsAssignableTo(typeof(IPlugIn))
                && type.GetConstructor(Type.EmptyTypes) is not null),
        ];
        return types.Length == 1
            ? (IPlugIn)Activator.CreateInstance(types[0])!
            : throw new InputException(
                $"plug-in '{path}' has {types.Length} public classes that implement IPlugIn and have a constructor "
                + "without parameters; valid is one.");
    }

    private static string Reason(Exception exception) => exception switch
    {
        ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } => first.Message,
        TargetInvocationException { InnerException: { } inner } => inner.Message,
        _ => exception.Message,
    };
}
