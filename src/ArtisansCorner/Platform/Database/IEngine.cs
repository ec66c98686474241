using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace ArtisansCorner.Platform.Database;

/// <summary>What SQLite and PostgreSQL each do in their own way.</summary>
public interface IEngine
{
    /// <summary>Whether the database lives in this process, so that nobody else can be at work on it.</summary>
    bool IsEmbedded { get; }

    /// <summary>The isolation in which a long read sees one moment and holds nobody up.</summary>
    IsolationLevel OneMoment { get; }

    /// <summary>Whether a save or an insert failed because a unique index already holds such a row.</summary>
    bool IsDuplicate(Exception problem);

    /// <summary>Whether this transaction was given up because it and another waited for each other.</summary>
    bool IsDeadlock(Exception problem);

    /// <summary>Begins a transaction whose commit is on the disk when it is told, or reaches it a moment later.</summary>
    Task<IDbContextTransaction> BeginAsync(AppDb db, bool commitsLater, CancellationToken cancel);

    /// <summary>Lets the connection that is open hold much of the database at hand, where it has memory of its own for that, or as little as others.</summary>
    void KeepAtHand(AppDb db, bool much);

    /// <summary>
    /// Inserts many rows the engine's fast way, inside the transaction that is open: a prepared statement on SQLite, COPY on PostgreSQL.
    /// Rows of another shop are refused; nothing is tracked.
    /// </summary>
    Task InsertAsync<T>(AppDb db, IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>Writes some rows of any tables in this order, in one round trip where statements travel, inside the transaction that is open; nothing is tracked.</summary>
    Task WriteAsync(AppDb db, IReadOnlyList<RowToWrite> rows, CancellationToken cancel);

    /// <summary>Runs several commands in one round trip and reads their results one after the other; nothing where no command travels, so that each is run by itself.</summary>
    Task<DbDataReader?> ReadTogetherAsync(IReadOnlyList<DbCommand> commands, CancellationToken cancel);

    /// <summary>Makes what no migration makes, when the tables are up to date.</summary>
    Task FinishAsync(AppDb db, CancellationToken cancel);

    /// <summary>
    /// The ids of rows that may have all these words in a text that is found anywhere, to be looked through instead of all rows; nothing where they are many, or where the
    /// engine thinks of it by itself.
    /// </summary>
    Task<Guid[]?> FewWithAsync<T>(AppDb db, string text, IReadOnlyList<string> words, CancellationToken cancel)
        where T : class;

    /// <summary>
    /// Keeps a copy of the whole database as it is before an update that could be cut off half way; tells where it lies.
    /// Nothing where an update is one transaction, or where there is nothing to keep.
    /// </summary>
    string? KeepCopy(AppDb db, DateTimeOffset now);

    /// <summary>Lets the engine look at its tables again after many rows came or went, so that it plans well and reads them from its indexes; outside of any transaction.</summary>
    Task AnalyzeAsync(AppDb db, CancellationToken cancel);
}
