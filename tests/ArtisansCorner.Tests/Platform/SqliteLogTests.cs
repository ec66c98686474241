using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Tests.Platform;

/// <summary>How what was committed comes from SQLite's log into its file.</summary>
public sealed class SqliteLogTests : IAsyncLifetime
{
    private const int PageBytes = 8 * 1024;
    private const int PagesAtOnce = SqliteLog.Long / 4;
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private SqliteDb db = null!;

    /// <summary>A database of its own, with a table that is easily filled.</summary>
    public async ValueTask InitializeAsync()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteFile(FileOf("it.db"));
        db = new SqliteDb(options.Options);
        await db.Database.ExecuteSqlAsync($"CREATE TABLE Filler (Bytes BLOB)");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // What still comes from the log has its files open.
        await Eventually.PassesAsync(() =>
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
            Assert.Null(Record.Exception(() => Directory.Delete(folder, true)));
            return Task.CompletedTask;
        });
        await db.DisposeAsync();
    }

    [Fact]
    public async Task A_long_log_is_brought_into_the_file_though_nobody_commits_any_more()
    {
        for (var pages = 0; pages <= SqliteLog.Long; pages += PagesAtOnce) await FillAsync();
        await Eventually.GetAsync(() => Task.FromResult(Length("it.db")), length => length > (long)SqliteLog.Long * PageBytes);
    }

    [Fact]
    public async Task Where_someone_writes_without_a_pause_the_log_begins_anew_all_the_same()
    {
        for (var pages = 0; pages < SqliteLog.TooLong * 2; pages += PagesAtOnce) await FillAsync();
        Assert.InRange(Length("it.db-wal"), 1, (long)(SqliteLog.TooLong + 2 * SqliteLog.Long) * PageBytes);
    }

    // A blob of a page and a little takes two: itself and what did not fit.
    private async Task FillAsync() => await db.Database.ExecuteSqlAsync(
        $"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {PagesAtOnce / 2}) INSERT INTO Filler SELECT zeroblob({PageBytes + PageBytes / 2}) FROM n");

    private string FileOf(string name) => Path.Combine(folder, name);

    private long Length(string name) => new FileInfo(FileOf(name)).Length;
}
