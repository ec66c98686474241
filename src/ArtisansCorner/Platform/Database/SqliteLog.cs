using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ArtisansCorner.Platform.Database;

/// <summary>
/// The log of a SQLite file. What commits left in it is brought into the file beside those who write: SQLite would have the commit do it that finds the
/// log long, which then waits twice for the disk (docs/decisions/0026).
/// </summary>
internal sealed class SqliteLog : IThreadPoolWorkItem
{
    /// <summary>After so many pages it is time to bring them.</summary>
    internal const int Long = 4_000;

    /// <summary>So many pages it may have before commits bring them themselves.</summary>
    internal const int TooLong = 16_000;

    private static readonly ConcurrentDictionary<string, SqliteLog> Logs = new(StringComparer.Ordinal);

    private readonly string connection;
    private readonly SqliteNative.Committed committed;
    private int brought;
    private int working;

    private SqliteLog(string connection) => (this.connection, committed) = (connection, Committed);

    /// <summary>Hears of the commits of this connection from here on, instead of SQLite itself.</summary>
    public static void Watch(SqliteConnection connection)
    {
        // Each stays as long as the process, for so may a connection that is kept for whoever asks next.
        var log = Logs.GetOrAdd(connection.ConnectionString, text => new SqliteLog(text));
        _ = SqliteNative.OnCommit(connection.Handle!.DangerousGetHandle(), log.committed, 0);
    }

    /// <inheritdoc />
    public void Execute()
    {
        try
        {
            using var own = new SqliteConnection(connection);
            own.Open();
            using var command = own.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            using var row = command.ExecuteReader();
            if (row.Read()) Volatile.Write(ref brought, row.GetInt32(2));
        }
        catch (SqliteException)
        {
            // It stands in the log, from which it is read too; another commit will ask again.
        }
        finally
        {
            Volatile.Write(ref working, 0);
        }
    }

    private int Committed(nint with, nint database, nint name, int pages)
    {
        // Once all of it is brought, the log begins anew.
        if (pages < Volatile.Read(ref brought)) Volatile.Write(ref brought, 0);
        // But where others write without a pause it is never all: then who commits brings the few that are left.
        if (pages >= TooLong) _ = SqliteNative.Checkpoint(database, name);
        else if (pages - Volatile.Read(ref brought) >= Long && Interlocked.Exchange(ref working, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return raw.SQLITE_OK;
    }
}
