using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Prepares each SQLite connection once: a commit is on the disk before it is acknowledged (synchronous=FULL),
/// foreign keys hold, and a reader that meets a writer waits in SQLite itself.
/// </summary>
internal sealed class SqliteSetup : DbConnectionInterceptor
{
    private const string SmallCache = "PRAGMA cache_size=-1024";
    private static readonly ConditionalWeakTable<sqlite3, StrongBox<bool>> Prepared = new();

    // Before the first connection, for it holds for all: SQLite counts what memory it asks for, and takes a lock each time, which was a fortieth of an import.
    static SqliteSetup()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    /// <summary>Lets the commits of a connection wait for the disk, or reach it a moment later; between transactions.</summary>
    public static void SetCommits(SqliteConnection connection, bool later)
    {
        if (!Prepared.TryGetValue(connection.Handle!, out var commitsLater) || commitsLater.Value == later) return;
        Execute(connection, later ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL");
        commitsLater.Value = later;
    }

    /// <summary>
    /// Gives a connection a larger cache, with which an import reads and writes an eighth less often, or the small one that all have: beside it there is the
    /// system's, which has these pages anyway.
    /// </summary>
    public static void SetCache(SqliteConnection connection, bool large) => Execute(connection, large ? "PRAGMA cache_size=-2048" : SmallCache);

    private static void Prepare(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (!Prepared.TryAdd(handle, new StrongBox<bool>(false))) return;
        // A new database has pages of 8 KB, into which an import is written in a fifth less time than into 4 KB; one that is there keeps its own.
        Execute(
            (SqliteConnection)connection,
            "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000; PRAGMA temp_store=MEMORY; " + SmallCache);
        SqliteLog.Watch((SqliteConnection)connection);
    }

    private static void Execute(SqliteConnection connection, string pragmas)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
    }
}
