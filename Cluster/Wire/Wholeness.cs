using System.Collections.Concurrent;
using System.Reflection;

namespace PalActors.Clustering.Wire;

/// <summary>
/// Whether a message that came over the wire holds all that its type promises: a serializer fills fields by what the bytes say, so a property that is never null where the compiler
/// looks can still be null here. Looks at every property, and into messages, records and arrays of this project.
/// </summary>
internal static class Wholeness
{
    private static readonly ConcurrentDictionary<Type, Part[]> s_parts = new();

    private static readonly Assembly s_messages = typeof(Messages.Control.IControlMessage).Assembly;

    /// <summary>The name of the first property that is null and must not be, as <c>Type.Property</c>; null if the message is whole.</summary>
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

            // Numbers are never missing, and arrays of them are the large ones.
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

    // Properties that only look at others would fail where those are null, and say nothing new: what has a field of its own is what travels.
    private static Part[] PartsOf(Type type)
    {
        NullabilityInfoContext nullability = new();
        return
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => !property.PropertyType.IsValueType && property.GetIndexParameters().Length == 0)
                .Where(property => type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null)
                .Select(property => new Part(
                    property,
                    nullability.Create(property).ReadState == NullabilityState.NotNull,
                    (property.PropertyType.GetElementType() ?? property.PropertyType).Assembly == s_messages)),
        ];
    }

    private sealed record Part(PropertyInfo Property, bool Required, bool IsOurs);
}
