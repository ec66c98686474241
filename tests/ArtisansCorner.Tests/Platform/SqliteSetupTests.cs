using ArtisansCorner.Tests.Harness;
using SQLitePCL;

namespace ArtisansCorner.Tests.Platform;

/// <summary>How SQLite itself is set up, once for the process.</summary>
public sealed class SqliteSetupTests(AppOnSqlite app)
{
    [Fact]
    public async Task SQLite_takes_no_lock_to_count_its_memory()
    {
        await app.OpenShopAsync();
        Assert.Equal(0, raw.sqlite3_memory_used());
    }
}
