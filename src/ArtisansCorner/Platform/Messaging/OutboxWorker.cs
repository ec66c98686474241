using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>
/// Delivers messages after their commit: woken by it, and looking every few seconds for what another server left.
/// A message that fails is tried again, later each time, and never lost.
/// </summary>
public sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, ShopScopes shops, MessageRoutes routes, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    private const int AtOnce = 500;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Delivers everything that is due; tells how many messages that were.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancel)
    {
        for (var delivered = 0; ;)
        {
            var mark = signal.Mark();
            var messages = await ClaimAsync(cancel);
            foreach (var sameKind in messages.GroupBy(message => (message.ShopId, message.Event)))
                await DeliverAsync(sameKind.Key.ShopId, sameKind.Key.Event, [.. sameKind], cancel);
            delivered += messages.Count;
            if (messages.Count == AtOnce) continue;
            signal.DeliveredUpTo(mark);
            if (messages.Count == 0) return delivered;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverAsync(stoppingToken);
                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Unreachable(log, problem);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
    }

    private async Task<List<OutboxMessage>> ClaimAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (now, me) = (time.GetUtcNow(), Guid.CreateVersion7());
        var due = db.OutboxMessages
            .Where(message => message.DueAt <= now && (message.ClaimedUntil == null || message.ClaimedUntil < now));
        if (!await due.AnyAsync(cancel)) return [];

        await using var write = await db.BeginWriteAsync(cancel);
        var ids = await due.OrderBy(message => message.Id).Select(message => message.Id).Take(AtOnce).ToListAsync(cancel);
        await due.Where(message => ids.Contains(message.Id)).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.ClaimedUntil, now + Claim).SetProperty(message => message.ClaimedBy, me), cancel);
        var mine = await db.OutboxMessages.AsNoTracking().Where(message => message.ClaimedBy == me).OrderBy(message => message.Id).ToListAsync(cancel);
        await write.CommitAsync(cancel);
        return mine;
    }

    private async Task DeliverAsync(Guid shopId, string happened, List<OutboxMessage> messages, CancellationToken cancel)
    {
        try
        {
            if (await shops.OpenAsync(shopId, Actor.System, cancel) is { } inside)
            {
                await using (inside) await routes.DeliverAsync(happened, [.. messages.Select(message => message.Body)], inside.ServiceProvider, cancel);
            }

            await FinishAsync(messages, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Failed(log, happened, shopId, problem);
            await PutOffAsync(messages, cancel);
        }
    }

    private async Task FinishAsync(List<OutboxMessage> messages, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var ids = messages.ConvertAll(message => message.Id);
        await using var write = await db.BeginWriteAsync(cancel);
        await db.OutboxMessages.Where(message => ids.Contains(message.Id)).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private async Task PutOffAsync(List<OutboxMessage> messages, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var ids = messages.ConvertAll(message => message.Id);
        var later = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(600, Math.Pow(2, messages.Max(message => message.Failures) + 1)));
        await using var write = await db.BeginWriteAsync(cancel);
        await db.OutboxMessages.Where(message => ids.Contains(message.Id)).ExecuteUpdateAsync(
            row => row
                .SetProperty(message => message.DueAt, later)
                .SetProperty(message => message.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(message => message.Failures, message => message.Failures + 1),
            cancel);
        await write.CommitAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Handling {Happened} in shop {ShopId} failed; it will be tried again.")]
    private static partial void Failed(ILogger log, string happened, Guid shopId, Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read; it will be tried again.")]
    private static partial void Unreachable(ILogger log, Exception problem);
}
