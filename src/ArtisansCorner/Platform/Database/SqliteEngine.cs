using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>SQLite's own ways.</summary>
internal sealed class SqliteEngine : IEngine
{
    public static readonly SqliteEngine Instance = new();

    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int CopiesKept = 3;

    // A statement opens its table and each of its indexes anew: for one sale at a time that took a third of the time of writing them.
    private const int CellsTogether = 1_750;

    public bool IsEmbedded => true;

    // Without a shared cache nobody reads what is not committed: this is how to say that the transaction shall not take the one writer's place.
    public IsolationLevel OneMoment => IsolationLevel.ReadUncommitted;

    public bool IsDuplicate(Exception problem) =>
        (problem is DbUpdateException ? problem.InnerException : problem) is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    // One writes at a time.
    public bool IsDeadlock(Exception problem) => false;

    // It can be said between transactions only, and stays with the connection.
    public async Task<IDbContextTransaction> BeginAsync(AppDb db, bool commitsLater, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            SqliteSetup.SetCommits((SqliteConnection)db.Database.GetDbConnection(), commitsLater);
            return await db.Database.BeginTransactionAsync(cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public void KeepAtHand(AppDb db, bool much) => SqliteSetup.SetCache((SqliteConnection)db.Database.GetDbConnection(), much);

    public Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var (shape, connection) = (TableShape<SqliteCells>.Of(db, typeof(T)), (SqliteConnection)db.Database.GetDbConnection());
        SqliteCells? cells = null;
        try
        {
            foreach (var some in rows.Chunk(Math.Max(1, CellsTogether / shape.Columns.Count)))
            {
                if (cells?.Rows != some.Length)
                {
                    cells?.Dispose();
                    cells = new SqliteCells(connection, shape.Insert(some.Length), some.Length);
                }

                cancel.ThrowIfCancellationRequested();
                foreach (var row in some)
                {
                    shape.Write(row, cells, db.CurrentShopId);
                    cells.EndRow();
                }
            }
        }
        finally
        {
            cells?.Dispose();
        }

        return Task.CompletedTask;
    }

    public Task WriteAsync(AppDb db, IReadOnlyList<RowToWrite> rows, CancellationToken cancel)
    {
        Dictionary<string, SqliteCells> prepared = [];
        try
        {
            foreach (var one in rows)
            {
                var shape = TableShape<SqliteCells>.Of(db, one.Row.GetType());
                var statement = shape.Statement(one.How, one.Only);
                if (!prepared.TryGetValue(statement, out var cells)) prepared.Add(statement, cells = new SqliteCells((SqliteConnection)db.Database.GetDbConnection(), statement));
                shape.Write(one.Row, cells, db.CurrentShopId);
                cells.EndRow();
                one.Check(cells.RowsChanged());
            }
        }
        finally
        {
            foreach (var cells in prepared.Values) cells.Dispose();
        }

        return Task.CompletedTask;
    }

    public Task<DbDataReader?> ReadTogetherAsync(IReadOnlyList<DbCommand> commands, CancellationToken cancel) => Task.FromResult<DbDataReader?>(null);

    public Task FinishAsync(AppDb db, CancellationToken cancel) => SqliteAnywhere.EnsureAsync(db, cancel);

    public Task<Guid[]?> FewWithAsync<T>(AppDb db, string text, IReadOnlyList<string> words, CancellationToken cancel)
        where T : class => SqliteAnywhere.Of<T>(db, text).FewWithAsync(db, words, cancel);

    // Changing a column here means making the table anew, with foreign keys off, which no transaction can hold.
    public string? KeepCopy(AppDb db, DateTimeOffset now)
    {
        var source = (SqliteConnection)db.Database.GetDbConnection();
        var file = new FileInfo(source.DataSource);
        if (!file.Exists || file.Length == 0) return null;
        var folder = Directory.CreateDirectory(Path.Combine(file.DirectoryName!, "before-updates"));
        var copy = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file.Name)}-{now.UtcDateTime:yyyyMMdd-HHmmss}.db"));
        using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            source.Open();
            source.BackupDatabase(target);
            source.Close();
        }

        foreach (var old in folder.GetFiles("*.db").OrderByDescending(kept => kept.Name, StringComparer.Ordinal).Skip(CopiesKept)) old.Delete();
        return copy;
    }

    // It believes a shop to have no more rows than it looked at, and prefers reading all of those to looking for a longer list of ids.
    public Task AnalyzeAsync(AppDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=10000; ANALYZE;", cancel);
}
