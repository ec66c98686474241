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
    AppDb db, LookThroughFile lookThrough, ReadParts readParts, LastRead last, FindPresence presence, FitRefunds fit, BringParts bringParts, WriteOrders orders,
    ApplyJoins joins, IEnumerable<IBringFacts> others, AttachFees attach, RememberTitle remember, RecordManySales record, ImportFiles files, Outbox outbox, TimeProvider time)
{
    /// <summary>After so many rows the database is asked to look at its tables; a few change no plan, and it would look at everyone's.</summary>
    public const int Many = 1_000;

    // After so many, before figures are made of them too.
    private const int Most = 20_000;

    private readonly HashSet<DateOnly> untold = [];
    private readonly FactCounts written = new();

    /// <summary>Leaves the import done; throws <see cref="ImportStopped"/> when it is to be stopped.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(row => row.Id == turn.ImportId, cancel);
        var read = last.Take(turn.ImportId) ?? await ReadAgainAsync(turn, import, cancel);
        await RememberAsync(turn, ImportPlan.Of(import).Choices.Titles, cancel);
        await WriteAsync(turn, read, cancel);
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
    private async Task WriteBeforeSalesAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        var draft = read.Draft;
        // Others may have come or gone since the preview.
        draft.KnownCustomers.Clear();
        foreach (var round in read.BeforeSales)
        {
            if (round.Of > 1) await ReadRoundAsync(turn, read, InRounds.BeforeSales, round, cancel);
            await presence.FindBeforeSalesAsync(draft, turn.ImportId, cancel);
            foreach (var other in others.Where(other => other.Rounds == InRounds.BeforeSales)) untold.UnionWith(await other.WriteAsync(draft, turn, cancel));
            await bringParts.CustomersAsync(draft, turn.ImportId, cancel);
            written.AddBeforeSales(draft, others);
            if (round.Of == 1) continue;
            // Later rounds look among these rows, which nothing tells the database of yet.
            if (round.At == 0) await db.Engine.AnalyzeAsync(db, cancel);
            draft.ForgetRoundBeforeSales();
            draft.Rejections.Clear();
        }

        turn.Within(Round.Only, 0);
    }

    private Task ReadRoundAsync(ImportTurn turn, FileRead read, InRounds rounds, Round round, CancellationToken cancel)
    {
        turn.Within(round, read.Rows);
        return readParts.RoundAsync(read, rounds, round, _ => turn.TickAsync(0, read.Rows, cancel), cancel);
    }

    private async Task<FileRead> ReadAgainAsync(ImportTurn turn, Import import, CancellationToken cancel)
    {
        var read = await lookThrough.RunAsync(turn, import, cancel);
        return read.Succeeded ? read.Value : throw new InvalidDataException(read.Problems[0].Message);
    }

    private async Task WriteAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        // What is lost with the machine is written again, for nobody was told yet that it stands.
        db.CommitsLater = true;
        IReadOnlyList<FactCount> found;
        try
        {
            await WriteBeforeSalesAsync(turn, read, cancel);
            await presence.FindAfterSalesAsync(read.Draft, turn.ImportId, cancel);
            await bringParts.RunAsync(read.Draft, turn.ImportId, cancel);
            found = await WriteFactsAsync(turn, read, cancel);
        }
        finally
        {
            // That it is done, was cancelled or failed is told.
            db.CommitsLater = false;
        }

        await FinishAsync(turn, found, cancel);
    }

    /// <summary>Writes everything and waits for the figures; counts what the file had beside sales and refunds.</summary>
    private async Task<IReadOnlyList<FactCount>> WriteFactsAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        await using (await db.BeginManyAsync(cancel)) await WriteAllAsync(turn, read, cancel);
        var found = written.All();
        // All that is theirs is written, and the figures need room.
        read.Draft.ForgetNames();
        // Of tables that only just grew PostgreSQL believes that they are small, and compared every sale with thousands of buyers, one after the other.
        if (read.Rows >= Most) await db.Engine.AnalyzeAsync(db, cancel);
        await TellAllAsync(cancel);
        await turn.WaitForFiguresAsync(orders.Counts.Lines, orders.Counts.Lines, cancel);
        return found;
    }

    private async Task WriteAllAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        var draft = read.Draft;
        await orders.BeginAsync(turn, draft, read.Counts.SingleLines, cancel);
        var held = draft.Orders.ToList();
        draft.Orders.Clear();
        await readParts.OrdersAgainAsync(read, _ => orders.TickAsync(cancel), () => WriteWholeAsync(turn, draft, cancel), cancel);
        await WriteWholeAsync(turn, draft, cancel);
        draft.Orders.AddRange(held);
        if (read.AfterSales.Count == 1) await WriteRoundAsync(turn, draft, cancel);
        else await WriteRoundsAsync(turn, read, cancel);
    }

    /// <summary>Reads the rows that are held together once more, round by round, and writes what each holds.</summary>
    private async Task WriteRoundsAsync(ImportTurn turn, FileRead read, CancellationToken cancel)
    {
        var draft = read.Draft;
        List<DraftOrder> later = [];
        foreach (var round in read.AfterSales)
        {
            await ReadRoundAsync(turn, read, InRounds.AfterSales, round, cancel);
            await presence.FindAfterSalesAsync(draft, turn.ImportId, cancel);
            await bringParts.RunAsync(draft, turn.ImportId, cancel);
            // The sale that a refund is of may come in a later round.
            later.AddRange(draft.Orders.Where(order => order is { IsRefund: true, IsJoined: false }));
            draft.Orders.RemoveAll(order => order is { IsRefund: true, IsJoined: false });
            await WriteRoundAsync(turn, draft, cancel);
            draft.ForgetRound();
            draft.Rejections.Clear();
            // As before sales.
            if (round.At == 0) await db.Engine.AnalyzeAsync(db, cancel);
        }

        draft.Orders.AddRange(later);
        // What those are of whose sales came in other rounds could not be said before.
        await fit.RunAsync(draft, turn.ImportId, cancel);
        await orders.RunAsync(cancel);
        turn.Within(Round.Only, 0);
    }

    /// <summary>Writes what is held together.</summary>
    private async Task WriteRoundAsync(ImportTurn turn, ImportDraft draft, CancellationToken cancel)
    {
        await orders.RunAsync(cancel);
        if (draft.Joins.Count > 0 && orders.Counts.SingleLines > 0)
        {
            await presence.FindAfterOrdersAsync(draft, turn.ImportId, cancel);
            await bringParts.RunAsync(draft, turn.ImportId, cancel);
        }

        untold.UnionWith(await joins.RunAsync(draft, turn, cancel));
        foreach (var other in others.Where(other => other.Rounds == InRounds.AfterSales)) untold.UnionWith(await other.WriteAsync(draft, turn, cancel));
        written.AddAfterSales(draft, others);
    }

    /// <summary>Writes the orders that are whole while the file is read once more, and forgets them.</summary>
    private async Task WriteWholeAsync(ImportTurn turn, ImportDraft draft, CancellationToken cancel)
    {
        // What was here when the file was first read and is not any more may need what nothing else did.
        if (await presence.FindOrdersAsync(draft, turn.ImportId, cancel))
        {
            await presence.FindPartsAsync(draft, turn.ImportId, cancel);
            await bringParts.RunAsync(draft, turn.ImportId, cancel);
        }
        else
        {
            await bringParts.CustomersAsync(draft, turn.ImportId, cancel);
        }

        await orders.RunAsync(cancel);
        draft.Forget();
        // They are written down since the file was first read.
        draft.Rejections.Clear();
    }

    private async Task TellAllAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        untold.UnionWith(orders.Days);
        untold.UnionWith(await attach.RunAsync(cancel));
        record.Tell(untold);
        await write.CommitAsync(cancel);
        untold.Clear();
    }

    private async Task FinishAsync(ImportTurn turn, IReadOnlyList<FactCount> found, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await turn.SayAsync(orders.Counts.Lines, orders.Counts.Lines, cancel);
        var import = await db.Imports.FirstAsync(row => row.Id == turn.ImportId, cancel);
        import.Status = ImportStatus.Done;
        import.ClaimedUntil = null;
        import.FinishedAt = time.GetUtcNow();
        import.Plan = (ImportPlan.Of(import) with
        {
            Adds = await bringParts.CountAsync(turn.ImportId, orders.Counts, cancel),
            Others = found,
            AlreadyHere = orders.Counts.Here,
        }).ToJson();
        outbox.Add(new ImportFinished(import.Id));
        await write.CommitAsync(cancel);
        files.ForgetTables(import.ShopId, import.Id, ImportPlan.Of(import));
    }
}
