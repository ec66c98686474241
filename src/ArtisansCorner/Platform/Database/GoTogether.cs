using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ArtisansCorner.Platform.Database;

/// <summary>Where each command passes on its way to the database: lets those wait that were asked together, and counts the trips.</summary>
internal sealed class GoTogether : DbCommandInterceptor
{
    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb { Asked: { } asked })
            return await asked.WaitAsync(command) is { } mine ? InterceptionResult<DbDataReader>.SuppressWithResult(mine) : result;
        Trips.Count();
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AppDb { Asked: not null }) throw new InvalidOperationException("Questions that are asked together only read.");
        Trips.Count();
        return ValueTask.FromResult(result);
    }
}
