using System.Collections.Concurrent;
using System.Reflection;

namespace PalActors.Clustering.Wire;

/// <summary>Checks that a message from the wire has no null where its type allows none.</summary>
/// <remarks>
/// A serializer fills fields from the bytes, so a property that the compiler takes for never null can still be null
/// here. The check covers every property, and messages, records and arrays of this project in it.
/// </remarks>
internal static class NullChecker
{
    private static readonly ConcurrentDictionary<Type, Part[]> s_parts = new();

    private static readonly Assembly s_messages = typeof(Messages.Control.IControlMessage).Assembly;

    /// <summary>Finds the first property that is null and must not be.</summary>
    /// <returns>Its name as <c>Type.Property</c>; null if the message is whole.</returns>
    public static string? FirstMissing(object value)
    {
        Type type = value.GetType();
        foreach (Part part in s_parts.GetOrAdd(type, PartsOf))
        {
            object? held = part.Property.GetValue(value);
            if (held is null)
            {
                if (part.Required)
                    return $"{type.Name}.{part.Property.Name}";
                continue;
            }

            if (held is not Array array)
            {
                if (part.IsOurs && FirstMissing(held) is { } missing)
                    return missing;
                continue;
            }

            // Numbers are never null, and arrays of them are the large ones: skip them.
            if (array is not object?[] elements)
                continue;
            foreach (object? element in elements)
            {
                if (element is null)
                    return $"{type.Name}.{part.Property.Name}[]";
                if (part.IsOurs && FirstMissing(element) is { } missing)
                    return missing;
            }
        }

        return null;
    }

    // Only properties with a field of their own, which are the ones that travel: computed ones add nothing, and would
    // fail where the properties that they read are null.
    private static Part[] PartsOf(Type type)
    {
        NullabilityInfoContext nullability = new();
        return
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => !property.PropertyType.IsValueType && property.GetIndexParameters().Length == 0)
                .Where(property => HasField(type, property))
                .Select(property => new Part(
                    property,
                    nullability.Create(property).ReadState == NullabilityState.NotNull,
                    (property.PropertyType.GetElementType() ?? property.PropertyType).Assembly == s_messages)),
        ];
    }

    private static bool HasField(Type type, PropertyInfo property) =>
        type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private sealed record Part(PropertyInfo Property, bool Required, bool IsOurs);
}
