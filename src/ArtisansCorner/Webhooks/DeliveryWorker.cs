using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>
/// Sends what is due, a few subscriptions side by side and of each one delivery at a time: woken by a commit, and looking every few seconds.
/// A delivery is claimed by a conditional update that one worker of all servers wins; what a dead one had is taken up when its claim is over.
/// </summary>
public sealed partial class DeliveryWorker(IServiceScopeFactory scopes, DeliverySignal signal, TimeProvider time, ILogger<DeliveryWorker> log) : BackgroundService
{
    /// <summary>How many are sent at the same time.</summary>
    public const int SideBySide = 4;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => LoopAsync(stoppingToken)));
    }

    private async Task LoopAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                while (await ClaimAsync(cancel) is { } claimed) await DeliverAsync(claimed, cancel);
                await signal.WaitAsync(Look, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                Unreachable(log, problem);
                await Task.Delay(Look, time, cancel);
            }
        }
    }

    private async Task<ClaimedDelivery?> ClaimAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        while (true)
        {
            var now = time.GetUtcNow();
            var all = db.WebhookDeliveries.IgnoreQueryFilters([AppDb.ShopFilter]);
            var listening = db.WebhookSubscriptions.IgnoreQueryFilters([AppDb.ShopFilter]).Where(subscription => subscription.Active);
            var due = all.Where(row => row.NextAt != null && row.NextAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil < now));
            var next = await due
                .Where(row => listening.Any(one => one.Id == row.SubscriptionId) && !all.Any(other => other.SubscriptionId == row.SubscriptionId && other.ClaimedUntil >= now))
                .OrderBy(row => row.NextAt).ThenBy(row => row.Id).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);
            if (next is not { } id) return null;

            var me = Guid.CreateVersion7();
            await using var write = await db.BeginWriteAsync(cancel);
            var won = await due.Where(row => row.Id == id)
                .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.ClaimedUntil, now + Claim).SetProperty(delivery => delivery.ClaimedBy, me), cancel) == 1;
            await write.CommitAsync(cancel);
            if (won) return new ClaimedDelivery(id, me);
        }
    }

    private async Task DeliverAsync(ClaimedDelivery claimed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deliver = scope.ServiceProvider.GetRequiredService<Deliver>();
        try
        {
            await deliver.RunAsync(claimed, cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Failed(log, claimed.Id, problem);
            await deliver.PutOffAsync(claimed, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The webhook delivery {DeliveryId} met a surprise.")]
    private static partial void Failed(ILogger log, Guid deliveryId, Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhook deliveries could not be looked for; it will be tried again.")]
    private static partial void Unreachable(ILogger log, Exception problem);
}

/// <summary>A delivery that one worker won.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="By">The worker's hold on it.</param>
public sealed record ClaimedDelivery(Guid Id, Guid By);
