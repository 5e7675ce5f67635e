namespace PalActors.Browser;

/// <summary>All tests share one browser, and run one after the other: two cores are not for more.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>
{
    /// <summary>Its name.</summary>
    public const string Name = "chromium";
}
