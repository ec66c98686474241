using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Takes back what one import wrote, and nothing else: its facts in short transactions, then the products, customers and channels
/// it brought that nothing else uses. Interrupted, it goes on where it was.
/// </summary>
internal sealed class TakeBackImport(AppDb db, TakeBackJoins joins, WithdrawSales withdraw, IEnumerable<IBringFacts> others, Outbox outbox, TimeProvider time)
{
    private const int AtOnce = 400;

    /// <summary>Leaves the import undone, or cancelled when it was stopped while it was applied, or failed when it could not be applied.</summary>
    public async Task RunAsync(ImportTurn turn, CancellationToken cancel)
    {
        var import = await db.Imports.AsNoTracking().FirstAsync(row => row.Id == turn.ImportId, cancel);
        foreach (var other in others) await other.BeginTakeBackAsync(turn, import, cancel);
        await joins.RunAsync(turn, cancel);
        var left = await withdraw.CountAsync(turn.ImportId, cancel);
        for (var (gone, total) = (0, left); ;)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var taken = await StepAsync(turn.ImportId, cancel);
            await turn.SayAsync(gone += taken, Math.Max(total, gone), cancel);
            await write.CommitAsync(cancel);
            db.ChangeTracker.Clear();
            if (taken == 0) break;
            await turn.TellAsync(cancel);
        }

        await turn.WaitForFiguresAsync(1, 1, cancel);
        await FinishAsync(turn, cancel);
        if (import.Rows >= ApplyImport.Many) await db.Engine.AnalyzeAsync(db, cancel);
    }

    private async Task<int> StepAsync(Guid importId, CancellationToken cancel)
    {
        if (await withdraw.StepAsync(importId, AtOnce, cancel) is > 0 and var sales) return sales;
        foreach (var other in others)
        {
            if (await other.TakeBackAsync(importId, AtOnce, cancel) is > 0 and var taken) return taken;
        }

        return 0;
    }

    private async Task FinishAsync(ImportTurn turn, CancellationToken cancel)
    {
        var importId = turn.ImportId;
        await using var write = await db.BeginWriteAsync(cancel);
        await turn.SayAsync(1, 1, cancel);
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        await db.ProductAliases.Where(alias => alias.ImportId == importId).ExecuteDeleteAsync(cancel);
        await RemoveCustomersAsync(importId, cancel);
        await RemoveProductsAsync(importId, cancel);
        await RemoveChannelsAsync(plan.ChannelsMade, cancel);
        import.Status = import.Error is not null ? ImportStatus.Failed : import.StopRequested ? ImportStatus.Cancelled : ImportStatus.Undone;
        if (import.Status == ImportStatus.Failed) outbox.Add(new ImportFinished(import.Id));
        import.ClaimedUntil = null;
        import.FinishedAt = time.GetUtcNow();
        import.Plan = (plan with { Kept = await KeptAsync(importId, plan.AlsoTold, cancel), ChannelsMade = [], AlsoTold = 0 }).ToJson();
        await write.CommitAsync(cancel);
    }

    private async Task<string?> KeptAsync(Guid importId, int stays, CancellationToken cancel)
    {
        List<string?> sentences = [Kept(await withdraw.CountKeptAsync(importId, cancel)), AlsoTold(stays)];
        foreach (var other in others) sentences.Add(await other.KeptAsync(importId, cancel));
        return sentences.OfType<string>().ToList() is { Count: > 0 } some ? string.Join(' ', some) : null;
    }

    private static string? Kept(int sales) => sales switch
    {
        0 => null,
        1 => "1 sale stays, because it was refunded here afterwards.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{sales:N0} sales stay, because they were refunded here afterwards."),
    };

    private static string? AlsoTold(int sales) => sales switch
    {
        0 => null,
        1 => "1 sale stays, because another file tells of it too.",
        _ => string.Create(CultureInfo.InvariantCulture, $"{sales:N0} sales stay, because other files tell of them too."),
    };

    private Task<int> RemoveCustomersAsync(Guid importId, CancellationToken cancel)
    {
        var buyers = db.Sales.Where(sale => sale.CustomerId != null).Select(sale => sale.CustomerId!.Value);
        var refunded = db.Refunds.Where(refund => refund.CustomerId != null).Select(refund => refund.CustomerId!.Value);
        return db.Customers.Where(customer => customer.ImportId == importId && !buyers.Contains(customer.Id) && !refunded.Contains(customer.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>A product that a person has worked on since is theirs, and one that a later import completed is that import's too.</summary>
    private async Task RemoveProductsAsync(Guid importId, CancellationToken cancel)
    {
        var (products, variants, changes) = (db.ProductsAndMaterials, db.VariantsAndMaterials, db.ProductChanges);
        await UnusedVariants.Of(db).Where(variant => products.Any(product => product.Id == variant.ProductId && product.ImportId == importId && !changes.Any(change => change.ProductId == product.Id && (change.Through != Through.Import || change.BatchId != null)))).ExecuteDeleteAsync(cancel);
        await products.Where(product => product.ImportId == importId && !variants.Any(variant => variant.ProductId == product.Id)).ExecuteDeleteAsync(cancel);
    }

    private Task<int> RemoveChannelsAsync(IReadOnlyList<Guid> made, CancellationToken cancel)
    {
        var ids = made.ToList();
        var (sales, refunds, fees, customers, payouts, entries, rows) = (db.Sales, db.Refunds, db.Fees, db.Customers, db.Payouts, db.AccountEntries, db.ChannelRows);
        return db.Channels.Where(channel => ids.Contains(channel.Id) &&
                !sales.Any(sale => sale.ChannelId == channel.Id) && !refunds.Any(refund => refund.ChannelId == channel.Id) &&
                !fees.Any(fee => fee.ChannelId == channel.Id) && !customers.Any(customer => customer.ChannelId == channel.Id) &&
                !payouts.Any(payout => payout.ChannelId == channel.Id) && !entries.Any(entry => entry.ChannelId == channel.Id) && !rows.Any(row => row.ChannelId == channel.Id))
            .ExecuteDeleteAsync(cancel);
    }
}
