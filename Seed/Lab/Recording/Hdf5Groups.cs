using System.Globalization;
using PureHDF;

namespace PalActors.Lab.Recording;

/// <summary>Groups of the HDF5 files of a run.</summary>
internal static class Hdf5Groups
{
    /// <summary>Name of a network's group, for instance <c>PAL_7</c>.</summary>
    public static string NameOf(string label, ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"{label}_{seed}");

    /// <summary>The group of a name, made where there is none.</summary>
    public static H5Group Of(H5Group parent, string name)
    {
        if (parent.TryGetValue(name, out object? found))
            return (H5Group)found;
        H5Group made = [];
        parent[name] = made;
        return made;
    }
}
