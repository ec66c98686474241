using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>
/// Delivers messages after their commit, a few shops side by side: woken by it, and looking every few seconds for what another server left.
/// A message that fails is tried again, later each time, and never lost.
/// </summary>
public sealed partial class OutboxWorker(
    IServiceScopeFactory scopes, ShopScopes shops, MessageRoutes routes, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> log) : BackgroundService
{
    /// <summary>How many shops are served at the same time.</summary>
    public const int SideBySide = 3;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly OutboxClaims claims = new(scopes, time, log);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await ReleaseAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, SideBySide).Select(_ => Task.Run(() => LoopAsync(stoppingToken), stoppingToken)));
    }

    private async Task ReleaseAsync(CancellationToken cancel)
    {
        try
        {
            await claims.ReleaseAsync(cancel);
        }
        catch (Exception problem) when (!cancel.IsCancellationRequested)
        {
            // What a dead worker left waits until its claim is over.
            Unreachable(log, problem);
        }
    }

    private async Task LoopAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                while (await DeliverNextAsync(cancel))
                {
                    // As long as a shop has messages.
                }

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

    /// <summary>Delivers what one shop has; tells whether any had something.</summary>
    private async Task<bool> DeliverNextAsync(CancellationToken cancel)
    {
        var (mark, busy) = (signal.Mark(), signal.Busy());
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        // What is lost with the machine is delivered again: its messages come back with it.
        db.CommitsLater = true;
        if (await claims.NextShopAsync(db, busy, cancel) is not { } shopId)
        {
            signal.NothingLeft(mark, except: busy);
            return false;
        }

        if (!signal.TryBegin(shopId)) return true;
        var isAll = false;
        try
        {
            var claim = Guid.CreateVersion7();
            var messages = await claims.TakeAsync(db, shopId, claim, cancel);
            await TakeOutAsync(db, await claims.HoldAsync(claim, () => DeliverAsync(db, shopId, messages, cancel), cancel), cancel);
            isAll = messages.Count < OutboxClaims.AtOnce;
        }
        finally
        {
            signal.End(shopId, isAll ? mark : 0);
        }

        return true;
    }

    /// <summary>Delivers kind by kind, each of them whether or not another fails; tells which were delivered.</summary>
    private async Task<List<Guid>> DeliverAsync(AppDb db, Guid shopId, List<OutboxMessage> messages, CancellationToken cancel)
    {
        List<Guid> done = [];
        var shop = await shops.FindAsync(shopId, cancel);
        foreach (var kind in messages.GroupBy(message => message.Event))
        {
            try
            {
                if (shop is not null)
                {
                    await using var inside = shops.Open(shop, Actor.System);
                    inside.ServiceProvider.GetRequiredService<AppDb>().CommitsLater = true;
                    await routes.DeliverAsync(kind.Key, [.. kind.Select(message => message.Body)], inside.ServiceProvider, cancel);
                }

                done.AddRange(kind.Select(message => message.Id));
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(log, kind.Key, shopId, problem);
                await PutOffAsync(db, [.. kind], cancel);
            }
        }

        return done;
    }

    private static async Task TakeOutAsync(AppDb db, List<Guid> done, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await db.OutboxMessages.Where(message => done.Contains(message.Id)).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    private async Task PutOffAsync(AppDb db, List<OutboxMessage> messages, CancellationToken cancel)
    {
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
