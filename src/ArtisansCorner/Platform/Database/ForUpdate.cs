using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ArtisansCorner.Platform.Database;

/// <summary>Reading rows that are about to be changed: nobody else changes them until this transaction ends.</summary>
public static class ForUpdate
{
    internal const string Tag = "for update";

    /// <summary>
    /// Locks the rows that the query reads, in its order: sort it, so that two who lock the same rows wait for each other in one direction.
    /// SQLite has one writer at a time, so there the open transaction is lock enough.
    /// </summary>
    public static IQueryable<T> LockedForUpdate<T>(this IQueryable<T> rows)
        where T : class => rows.AsNoTracking().TagWith(Tag);
}

/// <summary>Says FOR UPDATE to PostgreSQL, which no LINQ does.</summary>
internal sealed class SayForUpdate : DbCommandInterceptor
{
    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith($"-- {ForUpdate.Tag}", StringComparison.Ordinal)) command.CommandText += "\nFOR UPDATE";
        return ValueTask.FromResult(result);
    }
}
