[assembly: AssemblyFixture(typeof(ArtisansCorner.Tests.Harness.AppOnSqlite))]

namespace ArtisansCorner.Tests.Harness;

/// <summary>The app with its database in a file beside it.</summary>
public sealed class AppOnSqlite : App
{
    private readonly IEnumerable<(string Key, string Value)> more;

    /// <summary>The one that tests share.</summary>
    public AppOnSqlite()
        : this([])
    {
    }

    private AppOnSqlite(IEnumerable<(string Key, string Value)> more) => this.more = more;

    /// <inheritdoc />
    public override App Another(params IEnumerable<(string Key, string Value)> settings) => new AppOnSqlite(settings);

    /// <inheritdoc />
    protected override Task<IEnumerable<(string Key, string Value)>> SettingsAsync() => Task.FromResult(more);
}
