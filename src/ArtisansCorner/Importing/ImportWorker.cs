using System.Collections.Concurrent;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Reads, applies and takes back imports in the background: the oldest of a shop first, one of a shop at a time, two shops side by side,
/// and a small file of a third, which need not wait until large ones are through.
/// What a dead worker left is taken up when its claim is over, and at once where only this process can have held it.
/// </summary>
public sealed partial class ImportWorker(
    IServiceScopeFactory scopes, ShopScopes shops, ImportSignal signal, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    /// <summary>How many imports are worked on at the same time; the last of them a small one.</summary>
    public const int SideBySide = 3;

    private const long Small = 1024 * 1024;
    private const int Tries = 5;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly ImportClaims claims = new(scopes, time, log);
    private readonly ConcurrentDictionary<Guid, int> failures = new();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await ReleaseAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Repeat(UploadImport.Largest, SideBySide - 1).Append(Small).Select(largest => LoopAsync(largest, stoppingToken)));
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

    private async Task LoopAsync(long largest, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                while (await claims.TakeAsync(largest, cancel) is { } claimed) await WorkAsync(claimed, cancel);
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

    private async Task WorkAsync(ClaimedImport claimed, CancellationToken cancel)
    {
        if (await shops.OpenAsync(claimed.ShopId, new Actor(claimed.CreatedBy, Through.Import), cancel) is not { } inside) return;
        await using (inside)
        {
            var services = inside.ServiceProvider;
            var turn = services.GetRequiredService<ImportTurn>();
            turn.Begin(claimed.Id, claimed.By);
            try
            {
                await claims.HoldAsync(claimed, () => RunAsync(services, claimed.Status, turn, cancel), cancel);
                failures.TryRemove(claimed.Id, out _);
            }
            catch (ImportStopped stopped)
            {
                if (stopped.ByPerson) await StopAsync(claimed, cancel);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                await FailedAsync(claimed, problem, cancel);
            }

            await services.GetRequiredService<ILiveFeed>().PublishAsync(claimed.ShopId, LiveTopics.Imports, cancel);
        }
    }

    private static Task RunAsync(IServiceProvider services, ImportStatus status, ImportTurn turn, CancellationToken cancel) => status switch
    {
        ImportStatus.Reading => services.GetRequiredService<PlanImport>().RunAsync(turn, cancel),
        ImportStatus.Applying => services.GetRequiredService<ApplyImport>().RunAsync(turn, cancel),
        _ => services.GetRequiredService<TakeBackImport>().RunAsync(turn, cancel),
    };

    /// <summary>A person stopped it: what it wrote, if anything, is taken back.</summary>
    private Task StopAsync(ClaimedImport claimed, CancellationToken cancel) =>
        claimed.Status == ImportStatus.Reading
            ? SetAsync(claimed, ImportStatus.Cancelled, null, null, cancel)
            : SetAsync(claimed, ImportStatus.TakingBack, null, null, cancel);

    /// <summary>A surprise: tried again a few times, for the database may only be away; then given up, leaving nothing behind.</summary>
    private async Task FailedAsync(ClaimedImport claimed, Exception problem, CancellationToken cancel)
    {
        Failed(log, claimed.Id, claimed.ShopId, problem);
        var times = failures.AddOrUpdate(claimed.Id, 1, (_, before) => before + 1);
        if (times < Tries || claimed.Status == ImportStatus.TakingBack)
        {
            await SetAsync(claimed, claimed.Status, null, time.GetUtcNow() + TimeSpan.FromSeconds(times), cancel);
            return;
        }

        failures.TryRemove(claimed.Id, out _);
        var status = claimed.Status == ImportStatus.Reading ? ImportStatus.Failed : ImportStatus.TakingBack;
        await SetAsync(claimed, status, "Something went wrong on our side, and nothing was changed. Bring the file again; if it stays so, tell us.", null, cancel);
    }

    private async Task SetAsync(ClaimedImport claimed, ImportStatus status, string? error, DateTimeOffset? until, CancellationToken cancel)
    {
        if (await shops.OpenAsync(claimed.ShopId, new Actor(claimed.CreatedBy, Through.Import), cancel) is not { } inside) return;
        await using var scope = inside;
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = time.GetUtcNow();
        var isOver = status is ImportStatus.Cancelled or ImportStatus.Failed;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Imports.Where(import => import.Id == claimed.Id && import.Status == claimed.Status && import.ClaimedBy == claimed.By).ExecuteUpdateAsync(
            row => row
                .SetProperty(import => import.Status, status)
                .SetProperty(import => import.ClaimedUntil, until)
                .SetProperty(import => import.Error, import => error ?? import.Error)
                .SetProperty(import => import.FinishedAt, import => isOver ? now : import.FinishedAt),
            cancel);
        if (status == ImportStatus.Failed) scope.ServiceProvider.GetRequiredService<Outbox>().Add(new ImportFinished(claimed.Id));
        await write.CommitAsync(cancel);
        signal.Set();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} of shop {ShopId} met a surprise.")]
    private static partial void Failed(ILogger log, Guid importId, Guid shopId, Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Imports could not be looked for; it will be tried again.")]
    private static partial void Unreachable(ILogger log, Exception problem);
}
