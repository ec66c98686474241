using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// One worker's hold on one import: says how far it is, and hears when a person wants it stopped.
/// </summary>
internal sealed class ImportTurn(AppDb db, CurrentShop shop, ILiveFeed live, OutboxSignal outbox, TimeProvider time)
{
    /// <summary>How long a claim lasts when nothing is heard of its worker.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private Guid claim;
    private DateTimeOffset lastTick;
    private Round round = Round.Only;
    private long rowsOfRounds;

    /// <summary>The import that is worked on.</summary>
    public Guid ImportId { get; private set; }

    /// <summary>Takes the hold that this claim gives.</summary>
    public void Begin(Guid importId, Guid claimedBy) => (ImportId, claim) = (importId, claimedBy);

    /// <summary>What is said from here on of how far it is, is said of this round of a file of so many rows, and told as rows of all rounds.</summary>
    public void Within(Round part, long rows) => (round, rowsOfRounds) = (part, rows);

    /// <summary>Says how far it is, a few times a second at most. Throws <see cref="ImportStopped"/> when it is to be stopped.</summary>
    public async ValueTask TickAsync(long progress, long of, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        if (now - lastTick < Often) return;
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            await SayAsync(progress, of, cancel);
            await write.CommitAsync(cancel);
        }

        await TellAsync(cancel);
    }

    /// <summary>Says how far it is inside the transaction that is open, so that both stand or neither.</summary>
    public async Task SayAsync(long progress, long of, CancellationToken cancel)
    {
        var (id, by, until) = (ImportId, claim, time.GetUtcNow() + Claim);
        if (round.Of > 1) (progress, of) = ((rowsOfRounds * round.At + (of == 0 ? 0 : rowsOfRounds * progress / of)) / round.Of, rowsOfRounds);
        var mine = db.Imports.Where(import => import.Id == id && import.ClaimedBy == by);
        var said = await mine.Where(import => !import.StopRequested || import.Status == ImportStatus.TakingBack).ExecuteUpdateAsync(
            row => row
                .SetProperty(import => import.Progress, progress)
                .SetProperty(import => import.ProgressOf, of)
                .SetProperty(import => import.ClaimedUntil, until),
            cancel);
        if (said == 0) throw new ImportStopped(await mine.AnyAsync(cancel));
    }

    /// <summary>Waits until the figures show what was written, and hears when it is to be stopped: an import that is done is done in the figures too.</summary>
    public async Task WaitForFiguresAsync(long progress, long of, CancellationToken cancel)
    {
        var since = time.GetUtcNow();
        while (!await AreFiguresThereAsync(since, cancel))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            await SayAsync(progress, of, cancel);
            await write.CommitAsync(cancel);
        }
    }

    private async Task<bool> AreFiguresThereAsync(DateTimeOffset since, CancellationToken cancel)
    {
        if (!await outbox.CaughtUpAsync(shop.Id, Claim / 4, cancel)) return false;
        // What a server told that was killed before it delivered it comes back when its claim ends. What is sold from here on is not waited for.
        if (!await db.OutboxMessages.AnyAsync(message => message.ShopId == shop.Id && message.Event == nameof(SalesChanged) && message.DueAt <= since, cancel)) return true;
        await Task.Delay(Often, time, cancel);
        return false;
    }

    /// <summary>Tells open pages, a few times a second at most.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - lastTick < Often) return;
        lastTick = now;
        await live.PublishAsync(shop.Id, LiveTopics.Imports, cancel);
    }
}

/// <summary>Ends the work on an import: a person asked for it, or another worker has taken it over.</summary>
internal sealed class ImportStopped(bool byPerson) : Exception("The import was stopped.")
{
    /// <summary>Whether a person asked for it; else it is another worker's now.</summary>
    public bool ByPerson { get; } = byPerson;
}
