using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>Which worker has which messages: a claim lasts as long as its worker lives, and ends soon after it died.</summary>
internal sealed partial class OutboxClaims(IServiceScopeFactory scopes, TimeProvider time, ILogger log)
{
    /// <summary>How many messages are claimed at a time.</summary>
    public const int AtOnce = 500;

    // After a crash the figures of a shop stand still for this long.
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);

    /// <summary>After a crash nobody holds anything in an embedded database: no need to wait for claims to end.</summary>
    public async Task ReleaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!db.Engine.IsEmbedded) return;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.OutboxMessages.Where(message => message.ClaimedUntil != null).ExecuteUpdateAsync(row => row.SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null), cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>
    /// The shop that waits longest and that no worker here has in hand or had a moment ago: one shop each, so that none waits behind another's import.
    /// What a dead server had claimed keeps nobody from delivering what came after it.
    /// </summary>
    public Task<Guid?> NextShopAsync(AppDb db, IReadOnlyList<Guid> busy, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return db.OutboxMessages
            .Where(message => message.DueAt <= now && (message.ClaimedUntil == null || message.ClaimedUntil < now) && !busy.Contains(message.ShopId))
            .OrderBy(message => message.Id).Select(message => (Guid?)message.ShopId).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The oldest messages of a shop, which are this claim's from now on.</summary>
    public async Task<List<OutboxMessage>> TakeAsync(AppDb db, Guid shopId, Guid claim, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var due = db.OutboxMessages.Where(message => message.ShopId == shopId && message.DueAt <= now && (message.ClaimedUntil == null || message.ClaimedUntil < now));
        await using var write = await db.BeginWriteAsync(cancel);
        await due.Where(message => due.OrderBy(first => first.Id).Select(first => first.Id).Take(AtOnce).Contains(message.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.ClaimedUntil, now + Lasts).SetProperty(message => message.ClaimedBy, claim), cancel);
        var mine = await db.OutboxMessages.AsNoTracking().Where(message => message.ClaimedBy == claim).OrderBy(message => message.Id).ToListAsync(cancel);
        await write.CommitAsync(cancel);
        return mine;
    }

    /// <summary>Does the work of a claim, and keeps the claim alive as long as it takes.</summary>
    public Task<T> HoldAsync<T>(Guid claim, Func<Task<T>> work, CancellationToken cancel) =>
        new KeptAlive(Lasts, ending => ProlongAsync(claim, ending), problem => NotProlonged(log, problem), time).DuringAsync(work, cancel);

    private async Task ProlongAsync(Guid claim, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.CommitsLater = true;
        var until = time.GetUtcNow() + Lasts;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.OutboxMessages.Where(message => message.ClaimedBy == claim && message.ClaimedUntil != null).ExecuteUpdateAsync(row => row.SetProperty(message => message.ClaimedUntil, until), cancel);
        await write.CommitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A claim on messages could not be prolonged; it will be tried again.")]
    private static partial void NotProlonged(ILogger log, Exception problem);
}
