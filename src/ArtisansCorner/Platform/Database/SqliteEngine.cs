using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>SQLite's own ways.</summary>
internal sealed class SqliteEngine : IEngine
{
    public static readonly SqliteEngine Instance = new();

    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int CopiesKept = 3;

    public bool IsEmbedded => true;

    public bool IsDuplicate(Exception problem) =>
        (problem is DbUpdateException ? problem.InnerException : problem) is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    // One writes at a time.
    public bool IsDeadlock(Exception problem) => false;

    public Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return Task.CompletedTask;
        var shape = TableShape<SqliteCells>.Of<T>(db);
        using var cells = new SqliteCells((SqliteConnection)db.Database.GetDbConnection(), shape.Table, shape.Columns);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            shape.Write(row, cells, db.CurrentShopId);
            cells.EndRow();
        }

        return Task.CompletedTask;
    }

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

    public Task AnalyzeAsync(AppDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=1000; ANALYZE;", cancel);
}
