using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
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

    public bool IsEmbedded => true;

    public bool IsDuplicate(Exception problem) =>
        (problem is DbUpdateException ? problem.InnerException : problem) is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    [SuppressMessage("Security", "CA2100", Justification = "The text is made of the model's own names.")]
    public async Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return;
        var shape = TableShape.Of<T>(db);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = Enumerable.Range(0, shape.Columns.Count).Select(i => "$" + i).ToArray();
        command.CommandText =
            $"INSERT INTO \"{shape.Table}\" (\"{string.Join("\", \"", shape.Columns)}\") VALUES ({string.Join(", ", names)})";
        DbParameter[] parameters = [.. names.Select(name => new SqliteParameter { ParameterName = name })];
        command.Parameters.AddRange(parameters);
        await command.PrepareAsync(cancel);

        var values = new object?[parameters.Length];
        foreach (var row in rows)
        {
            shape.Read(row, values, db.CurrentShopId);
            for (var i = 0; i < values.Length; i++) parameters[i].Value = values[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public Task AnalyzeAsync(AppDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"PRAGMA analysis_limit=1000; ANALYZE;", cancel);
}
