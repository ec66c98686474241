using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ArtisansCorner.Platform.Database;

/// <summary>PostgreSQL's own ways.</summary>
internal sealed class PostgresEngine : IEngine
{
    public static readonly PostgresEngine Instance = new();

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public bool IsEmbedded => false;

    public IsolationLevel OneMoment => IsolationLevel.RepeatableRead;

    public bool IsDuplicate(Exception problem) =>
        (problem is DbUpdateException ? problem.InnerException : problem) is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // EF says of it that it may pass, which wraps it once more.
    public bool IsDeadlock(Exception problem) =>
        problem is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || (problem.InnerException is { } inner && IsDeadlock(inner));

    public async Task<IDbContextTransaction> BeginAsync(AppDb db, bool commitsLater, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (commitsLater) await db.Database.ExecuteSqlAsync($"SET LOCAL synchronous_commit TO OFF", cancel);
        return transaction;
    }

    // The server does.
    public void KeepAtHand(AppDb db, bool much)
    {
    }

    public async Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class
    {
        if (rows.Count == 0) return;
        var shape = TableShape<PostgresCells>.Of(db, typeof(T));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var writer = await connection.BeginBinaryImportAsync(
            $"COPY \"{shape.Table}\" (\"{string.Join("\", \"", shape.Columns)}\") FROM STDIN (FORMAT BINARY)", cancel);
        var cells = new PostgresCells(writer, shape.StoreTypes);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancel);
            shape.Write(row, cells, db.CurrentShopId);
        }

        await writer.CompleteAsync(cancel);
    }

    public async Task WriteAsync(AppDb db, IReadOnlyList<RowToWrite> rows, CancellationToken cancel)
    {
        await using var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        batch.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var one in rows)
        {
            var shape = TableShape<PostgresParameters>.Of(db, one.Row.GetType());
            var command = new NpgsqlBatchCommand(shape.Statement(one.How, one.Only));
            shape.Write(one.Row, new PostgresParameters(command.Parameters, shape.StoreTypes), db.CurrentShopId);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        foreach (var (i, one) in rows.Index()) one.Check(batch.BatchCommands[i].RecordsAffected);
    }

    public async Task<DbDataReader?> ReadTogetherAsync(IReadOnlyList<DbCommand> commands, CancellationToken cancel)
    {
        var batch = ((NpgsqlConnection)commands[0].Connection!).CreateBatch();
        batch.Transaction = (NpgsqlTransaction?)commands[0].Transaction;
        foreach (var command in commands.Cast<NpgsqlCommand>())
        {
            var one = new NpgsqlBatchCommand(command.CommandText);
            // A parameter belongs to one command at a time.
            var parameters = command.Parameters.Cast<NpgsqlParameter>().ToArray();
            command.Parameters.Clear();
            one.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(one);
        }

        return await batch.ExecuteReaderAsync(cancel);
    }

    // Each step of an update is one transaction here: it stands whole or not at all.
    public Task FinishAsync(AppDb db, CancellationToken cancel) => Task.CompletedTask;

    // Its planner chooses between the index of three letters and the order of the list.
    public Task<Guid[]?> FewWithAsync<T>(AppDb db, string text, IReadOnlyList<string> words, CancellationToken cancel)
        where T : class => Task.FromResult<Guid[]?>(null);

    public string? KeepCopy(AppDb db, DateTimeOffset now) => null;

    // Until a VACUUM has noted that everyone sees a page, an index alone answers nothing: each row it finds is looked up to ask. It begins at
    // the pages that changed, but may take longer than any question.
    public async Task AnalyzeAsync(AppDb db, CancellationToken cancel)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Longest);
        try
        {
            await db.Database.ExecuteSqlAsync($"VACUUM (ANALYZE)", cancel);
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }
}
