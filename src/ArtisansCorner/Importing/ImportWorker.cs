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
    private readonly ConcurrentDictionary<Guid, int> failures = new();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await ReleaseAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Repeat(UploadImport.Largest, SideBySide - 1).Append(Small).Select(largest => LoopAsync(largest, stoppingToken)));
    }

    private async Task LoopAsync(long largest, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                while (await ClaimAsync(largest, cancel) is { } claimed) await WorkAsync(claimed, cancel);
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

    /// <summary>After a crash nobody holds anything in an embedded database: no need to wait for claims to end.</summary>
    private async Task ReleaseAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!db.Engine.IsEmbedded) return;
        await using var write = await db.BeginWriteAsync(cancel);
        await Everyones(db).Where(import => import.ClaimedUntil != null)
            .ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedUntil, (DateTimeOffset?)null), cancel);
        await write.CommitAsync(cancel);
    }

    private async Task<Claimed?> ClaimAsync(long largest, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = time.GetUtcNow();
        var all = Everyones(db);
        var pending = all.Where(import => import.Status == ImportStatus.Reading || import.Status == ImportStatus.Applying || import.Status == ImportStatus.TakingBack);
        var free = pending.Where(import => import.Bytes <= largest && (import.ClaimedUntil == null || import.ClaimedUntil < now) &&
            !pending.Any(other => other.ShopId == import.ShopId && (other.ClaimedUntil >= now || other.CreatedAt < import.CreatedAt)));
        var next = await free.OrderBy(import => import.CreatedAt).Select(import => new Claimed(import.Id, import.ShopId, import.CreatedBy, import.Status, Guid.Empty)).FirstOrDefaultAsync(cancel);
        if (next is null) return null;

        var (by, until) = (Guid.CreateVersion7(), now + ImportTurn.Claim);
        bool won;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            won = await all.Where(import => import.Id == next.Id && import.Status == next.Status && (import.ClaimedUntil == null || import.ClaimedUntil < now))
                .ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedBy, by).SetProperty(import => import.ClaimedUntil, until).SetProperty(import => import.StepStartedAt, now), cancel) == 1;
            await write.CommitAsync(cancel);
        }

        return won ? next with { By = by } : await ClaimAsync(largest, cancel);
    }

    private async Task WorkAsync(Claimed claimed, CancellationToken cancel)
    {
        if (await shops.OpenAsync(claimed.ShopId, new Actor(claimed.CreatedBy, Through.Import), cancel) is not { } inside) return;
        await using (inside)
        {
            var services = inside.ServiceProvider;
            var turn = services.GetRequiredService<ImportTurn>();
            turn.Begin(claimed.Id, claimed.By);
            try
            {
                await HoldAsync(claimed, () => RunAsync(services, claimed.Status, turn, cancel), cancel);
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

    /// <summary>Does the work, and keeps the claim alive as long as it takes: a step of a large file may last longer than a claim.</summary>
    private Task HoldAsync(Claimed claimed, Func<Task> work, CancellationToken cancel) =>
        new KeptAlive(ImportTurn.Claim, ending => ProlongAsync(claimed, ending), problem => NotProlonged(log, claimed.Id, problem), time).DuringAsync(work, cancel);

    private async Task ProlongAsync(Claimed claimed, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.CommitsLater = true;
        var until = time.GetUtcNow() + ImportTurn.Claim;
        await using var write = await db.BeginWriteAsync(cancel);
        await Everyones(db).Where(import => import.Id == claimed.Id && import.ClaimedBy == claimed.By && import.ClaimedUntil != null).ExecuteUpdateAsync(row => row.SetProperty(import => import.ClaimedUntil, until), cancel);
        await write.CommitAsync(cancel);
    }

    private static Task RunAsync(IServiceProvider services, ImportStatus status, ImportTurn turn, CancellationToken cancel) => status switch
    {
        ImportStatus.Reading => services.GetRequiredService<PlanImport>().RunAsync(turn, cancel),
        ImportStatus.Applying => services.GetRequiredService<ApplyImport>().RunAsync(turn, cancel),
        _ => services.GetRequiredService<TakeBackImport>().RunAsync(turn, cancel),
    };

    /// <summary>A person stopped it: what it wrote, if anything, is taken back.</summary>
    private Task StopAsync(Claimed claimed, CancellationToken cancel) =>
        claimed.Status == ImportStatus.Reading
            ? SetAsync(claimed, ImportStatus.Cancelled, null, null, cancel)
            : SetAsync(claimed, ImportStatus.TakingBack, null, null, cancel);

    /// <summary>A surprise: tried again a few times, for the database may only be away; then given up, leaving nothing behind.</summary>
    private async Task FailedAsync(Claimed claimed, Exception problem, CancellationToken cancel)
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

    private async Task SetAsync(Claimed claimed, ImportStatus status, string? error, DateTimeOffset? until, CancellationToken cancel)
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

    private static IQueryable<Import> Everyones(AppDb db) => db.Imports.IgnoreQueryFilters([AppDb.ShopFilter]);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} of shop {ShopId} met a surprise.")]
    private static partial void Failed(ILogger log, Guid importId, Guid shopId, Exception problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on import {ImportId} could not be prolonged; it will be tried again.")]
    private static partial void NotProlonged(ILogger log, Guid importId, Exception problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Imports could not be looked for; it will be tried again.")]
    private static partial void Unreachable(ILogger log, Exception problem);

    private sealed record Claimed(Guid Id, Guid ShopId, Guid? CreatedBy, ImportStatus Status, Guid By);
}
