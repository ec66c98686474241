using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Writes what a file adds, in short transactions so that others can write between them. What stands is found again by its number:
/// interrupted at any moment and started again, it comes to the same figures.
/// </summary>
internal sealed class ApplyImport(
    AppDb db, ReadFile readFile, LastRead last, FindPresence presence, BringParts bringParts, MoveImportedStock stock, MakeFacts makeFacts,
    ApplyJoins joins, IEnumerable<IBringFacts> others, AttachFees attach, RememberTitle remember, RecordManySales record, Outbox outbox, TimeProvider time)
{
    /// <summary>After so many rows the database is asked to look at its tables; a few change no plan, and it would look at everyone's.</summary>
    public const int Many = 1_000;

    private const int LinesAtOnce = 10_000;
    private const int Tries = 5;

    // Figures follow while it goes on. Later each time: buyers come back and days too, and counting them again and again would take longer than writing.
    private static readonly TimeSpan TellFirst = TimeSpan.FromSeconds(3);

    private static readonly Dictionary<int, (Guid, long)> NoCosts = [];
    private readonly HashSet<DateOnly> untold = [];
    private TimeSpan tellEvery = TellFirst;
    private DateTimeOffset lastTold;

    /// <summary>Leaves the import done; throws <see cref="ImportStopped"/> when it is to be stopped.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(row => row.Id == turn.ImportId, cancel);
        var draft = last.Take(turn.ImportId)?.Draft ?? await ReadAgainAsync(turn, import, cancel);
        await RememberAsync(turn, ImportPlan.Of(import).Choices.Titles, cancel);
        await presence.RunAsync(draft, turn.ImportId, cancel);
        await WriteFirstAsync(turn, draft, cancel);
        await bringParts.RunAsync(draft, turn.ImportId, cancel);
        await WriteAsync(turn, draft, cancel);
        if (import.Rows >= Many) await db.Engine.AnalyzeAsync(db, cancel);
    }

    /// <summary>What a person said of titles is known from here on; what of it cannot be any more, as a product that is gone meanwhile, is left.</summary>
    private async Task RememberAsync(ImportTurn turn, IReadOnlyList<TitleAnswer>? answers, CancellationToken cancel)
    {
        foreach (var answer in answers ?? [])
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if ((await remember.WriteAsync([answer], turn.ImportId, cancel)).Succeeded) await write.CommitAsync(cancel);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>What sales may be of stands before they look for it.</summary>
    private async Task WriteFirstAsync(ImportTurn turn, ImportDraft draft, CancellationToken cancel)
    {
        foreach (var other in others.Where(other => other.ComesBeforeSales)) untold.UnionWith(await other.WriteAsync(draft, turn, cancel));
        if (draft.Orders.Count > 0 && draft.Of<DraftItem>().Count > 0) await presence.RunAsync(draft, turn.ImportId, cancel);
    }

    private async Task<ImportDraft> ReadAgainAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        var read = await readFile.RunAsync(turn, import, cancel);
        return read.Succeeded ? read.Value.Draft : throw new InvalidDataException(read.Problems[0].Message);
    }

    private async Task WriteAsync(ImportTurn turn, ImportDraft draft, CancellationToken cancel)
    {
        makeFacts.Begin(draft, turn.ImportId);
        await stock.BeginAsync(draft, cancel);
        lastTold = time.GetUtcNow();
        var single = draft.Orders.Where(order => !order.IsJoined).ToList();
        var total = single.Where(order => order.Presence != Presence.Here).Sum(order => (long)order.Lines);
        var written = 0L;
        // What stood before an interruption may not have been told.
        foreach (var order in single.Where(order => order.Presence == Presence.Written))
        {
            written += order.Lines;
            untold.Add(order.Day);
        }

        // A refund of a sale in the same file needs the sale first.
        var adding = single.Where(order => order.Presence == Presence.New).ToList();
        foreach (var chunk in Chunks(adding.Where(order => !order.IsRefund).Concat(adding.Where(order => order.IsRefund))))
        {
            written += chunk.Sum(order => order.Lines);
            await WriteAsync(turn, draft, chunk, written, total, cancel);
        }

        untold.UnionWith(await joins.RunAsync(draft, turn, cancel));
        foreach (var other in others.Where(other => !other.ComesBeforeSales)) untold.UnionWith(await other.WriteAsync(draft, turn, cancel));
        await TellAllAsync(cancel);
        await turn.WaitForFiguresAsync(total, total, cancel);
        await FinishAsync(turn, draft, cancel);
    }

    private async Task TellAllAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        untold.UnionWith(await attach.RunAsync(cancel));
        record.Tell(untold);
        await write.CommitAsync(cancel);
        untold.Clear();
    }

    private IEnumerable<List<DraftOrder>> Chunks(IEnumerable<DraftOrder> orders)
    {
        var chunk = new List<DraftOrder>();
        var lines = 0;
        foreach (var order in orders)
        {
            // A refund looks for its sale where it stands.
            if (order.IsRefund && chunk is [.., { IsRefund: false }])
            {
                yield return chunk;
                (chunk, lines) = ([], 0);
            }

            chunk.Add(order);
            if ((lines += stock.WeightOf(order)) < LinesAtOnce) continue;
            yield return chunk;
            (chunk, lines) = ([], 0);
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private async Task WriteAsync(ImportTurn turn, ImportDraft draft, List<DraftOrder> chunk, long written, long total, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteOnceAsync(turn, chunk, written, total, cancel);
                await turn.TellAsync(cancel);
                return;
            }
            catch (Exception problem) when (db.Engine.IsDuplicate(problem) && attempt < Tries)
            {
                // Someone wrote one of these orders at this very moment: theirs stands.
                db.ChangeTracker.Clear();
                foreach (var alike in chunk.GroupBy(order => (order.Channel, order.IsRefund)))
                    await presence.MarkAsync([.. alike], draft.Channels[alike.Key.Channel].Id!.Value, alike.Key.IsRefund, turn.ImportId, cancel);
            }
        }
    }

    private async Task WriteOnceAsync(ImportTurn turn, List<DraftOrder> chunk, long written, long total, CancellationToken cancel)
    {
        var orders = chunk.Where(order => order.Presence == Presence.New).ToList();
        foreach (var order in orders) order.Id = Guid.CreateVersion7();
        var moving = stock.Moving(orders);
        // Without stock to ask for its cost, all is made before the transaction begins, for others wait for its end.
        var facts = moving.Count == 0 ? await makeFacts.RunAsync(orders, NoCosts, cancel) : null;
        await using var write = await db.BeginWriteAsync(cancel);
        await turn.SayAsync(written, total, cancel);
        facts ??= await makeFacts.RunAsync(orders, await stock.MoveAsync(moving, cancel), cancel);
        await record.WriteAsync(facts, cancel);
        untold.UnionWith(orders.Select(order => order.Day));
        var tell = time.GetUtcNow() - lastTold > tellEvery;
        if (tell) record.Tell(untold);
        await write.CommitAsync(cancel);
        if (!tell) return;
        untold.Clear();
        tellEvery *= 2;
        lastTold = time.GetUtcNow();
    }

    private async Task FinishAsync(ImportTurn turn, ImportDraft draft, CancellationToken cancel)
    {
        var adding = draft.Orders.Where(order => order.Presence != Presence.Here).ToList();
        await using var write = await db.BeginWriteAsync(cancel);
        var lines = adding.Sum(order => (long)order.Lines);
        await turn.SayAsync(lines, lines, cancel);
        var import = await db.Imports.FirstAsync(row => row.Id == turn.ImportId, cancel);
        import.Status = ImportStatus.Done;
        import.ClaimedUntil = null;
        import.FinishedAt = time.GetUtcNow();
        import.Plan = (ImportPlan.Of(import) with
        {
            Adds = await bringParts.CountAsync(turn.ImportId, adding, cancel),
            Others = FactCounts.Of(draft, others),
            AlreadyHere = draft.Orders.Count - adding.Count,
        }).ToJson();
        outbox.Add(new ImportFinished(import.Id));
        await write.CommitAsync(cancel);
    }
}
