using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>The app on SQLite, listening for browsers.</summary>
public sealed class Site : App
{
    /// <inheritdoc />
    protected override bool Listens => true;

    /// <inheritdoc />
    public override App Another(params IEnumerable<(string Key, string Value)> settings) => new Site();

    /// <inheritdoc />
    protected override Task<IEnumerable<(string Key, string Value)>> SettingsAsync() => Task.FromResult<IEnumerable<(string, string)>>([]);
}
