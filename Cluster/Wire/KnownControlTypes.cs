using Akka.Serialization;

namespace PalActors.Clustering.Wire;

/// <summary>Types that both ends know, so that payloads hold a number in place of their names.</summary>
internal sealed class KnownControlTypes : IKnownTypesProvider
{
    /// <inheritdoc/>
    public IEnumerable<Type> GetKnownTypes() => ControlTypes.Allowed;
}
