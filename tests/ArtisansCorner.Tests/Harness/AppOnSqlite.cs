using ArtisansCorner.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(ArtisansCorner.Tests.Harness.AppOnSqlite))]

namespace ArtisansCorner.Tests.Harness;

/// <summary>The app with its database in a file beside it.</summary>
public sealed class AppOnSqlite : App
{
    private static readonly Lazy<Task<byte[]>> Migrated = new(MakeMigratedAsync);
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

    /// <inheritdoc />
    protected override async Task FillAsync(string folder) => await File.WriteAllBytesAsync(Path.Combine(folder, "artisans-corner.db"), await Migrated.Value);

    // Made once for all apps. That the product itself goes through all migrations is seen where it starts as a process of its own.
    private static async Task<byte[]> MakeMigratedAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteFile(file);
        await using var db = new SqliteDb(options.Options);
        await db.Database.MigrateAsync();
        // Closed, so that all of it is in the one file.
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        var migrated = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return migrated;
    }
}
