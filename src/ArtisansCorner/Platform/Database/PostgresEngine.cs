using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ArtisansCorner.Platform.Database;

/// <summary>PostgreSQL's own ways.</summary>
internal sealed class PostgresEngine : IEngine
{
    public static readonly PostgresEngine Instance = new();

    public bool IsEmbedded => false;

    public bool IsDuplicate(Exception problem) =>
        (problem is DbUpdateException ? problem.InnerException : problem) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public async Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return;
        var shape = TableShape.Of<T>(db);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{shape.Table}\" (\"{string.Join("\", \"", shape.Columns)}\") FROM STDIN (FORMAT BINARY)", cancel);
        var values = new object?[shape.Columns.Count];
        foreach (var row in rows)
        {
            shape.Read(row, values, db.CurrentShopId);
            await writer.StartRowAsync(cancel);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is null) await writer.WriteNullAsync(cancel);
                else await writer.WriteAsync(values[i]!, WithoutLength(shape.StoreTypes[i]), cancel);
            }
        }

        await writer.CompleteAsync(cancel);
    }

    public Task AnalyzeAsync(AppDb db, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"ANALYZE", cancel);

    /// <summary>COPY knows “character varying”, not “character varying(40)”.</summary>
    private static string WithoutLength(string storeType) => storeType.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? storeType[..at] : storeType;
}
