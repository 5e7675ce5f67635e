using System.Globalization;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Areas in values of keys: by number, of a graph by name too.</summary>
internal static class AreaText
{
    /// <summary>The area; null if the value is neither number nor name.</summary>
    /// <remarks>Whether the graph has an area of a number is for the caller to say.</remarks>
    public static int? Read(YamlNode node, AreaGraph graph)
    {
        if (node is not YamlScalar { Quoted: false } scalar)
            return null;
        return int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : graph.Find(scalar.Text);
    }
}
