using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Which worker has which import: a claim lasts as long as its worker lives, and ends soon after it died.</summary>
internal sealed partial class ImportClaims(IServiceScopeFactory scopes, TimeProvider time, ILogger log)
{
    /// <summary>After a crash nobody holds anything in an embedded database: no need to wait for claims to end.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!db.Engine.IsEmbedded) return;
        await using var write = await db.BeginWriteAsync(cancel);
        await Everyones(db).Where(import => import.ClaimedUntil != null)
            .ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedUntil, (DateTimeOffset?)null), cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>The import that waits longest and may be worked on now, which is this claim's from now on: one of a shop at a time, none larger than this.</summary>
    public async Task<ClaimedImport?> TakeAsync(long largest, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = time.GetUtcNow();
        var all = Everyones(db);
        var pending = all.Where(import => import.Status == ImportStatus.Reading || import.Status == ImportStatus.Applying || import.Status == ImportStatus.TakingBack);
        var free = pending.Where(import => import.Bytes <= largest && (import.ClaimedUntil == null || import.ClaimedUntil < now) &&
            !pending.Any(other => other.ShopId == import.ShopId && (other.ClaimedUntil >= now || other.CreatedAt < import.CreatedAt)));
        var next = await free.OrderBy(import => import.CreatedAt).Select(import => new ClaimedImport(import.Id, import.ShopId, import.CreatedBy, import.Status, Guid.Empty)).FirstOrDefaultAsync(cancel);
        if (next is null) return null;

        var (by, until) = (Guid.CreateVersion7(), now + ImportTurn.Claim);
        bool won;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            won = await all.Where(import => import.Id == next.Id && import.Status == next.Status && (import.ClaimedUntil == null || import.ClaimedUntil < now))
                .ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedBy, by).SetProperty(import => import.ClaimedUntil, until).SetProperty(import => import.StepStartedAt, now), cancel) == 1;
            await write.CommitAsync(cancel);
        }

        return won ? next with { By = by } : await TakeAsync(largest, cancel);
    }

    /// <summary>Does the work, and keeps the claim alive as long as it takes: a step of a large file may last longer than a claim.</summary>
    public Task HoldAsync(ClaimedImport claimed, Func<Task> work, CancellationToken cancel) =>
        new KeptAlive(ImportTurn.Claim, ending => ProlongAsync(claimed, ending), problem => NotProlonged(log, claimed.Id, problem), time).DuringAsync(work, cancel);

    private async Task ProlongAsync(ClaimedImport claimed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.CommitsLater = true;
        var until = time.GetUtcNow() + ImportTurn.Claim;
        await using var write = await db.BeginWriteAsync(cancel);
        await Everyones(db).Where(import => import.Id == claimed.Id && import.ClaimedBy == claimed.By && import.ClaimedUntil != null).ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedUntil, until), cancel);
        await write.CommitAsync(cancel);
    }

    private static IQueryable<Import> Everyones(AppDb db) => db.Imports.IgnoreQueryFilters([AppDb.ShopFilter]);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on import {ImportId} could not be prolonged; it will be tried again.")]
    private static partial void NotProlonged(ILogger log, Guid importId, Exception problem);
}

/// <summary>An import that a worker has.</summary>
/// <param name="Id">The import.</param>
/// <param name="ShopId">Its shop.</param>
/// <param name="CreatedBy">Who brought it.</param>
/// <param name="Status">What is to be done with it.</param>
/// <param name="By">The claim.</param>
internal sealed record ClaimedImport(Guid Id, Guid ShopId, Guid? CreatedBy, ImportStatus Status, Guid By);
