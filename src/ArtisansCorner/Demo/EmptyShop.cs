using ArtisansCorner.Analytics;
using ArtisansCorner.Importing;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Demo;

/// <summary>
/// Empties a shop that holds the sample year, so that its own life can begin: everything goes but the shop, its members and settings, and who is told of what.
/// A shop without the sample is never emptied.
/// </summary>
public sealed class EmptyShop(AppDb db, CurrentShop shop, FileStore files, SampleQuery sample, Outbox outbox)
{
    private static readonly HashSet<Type> Kept = [typeof(ShopRevision), typeof(SalesRevision), typeof(SalesMonth), typeof(OutgoingEmail), typeof(AlertChoice)];

    private static readonly HashSet<string> KeptModules = [typeof(Shop).Namespace!, typeof(Webhooks.WebhookSubscription).Namespace!, typeof(Webhooks.Incoming.WebhookSource).Namespace!];

    /// <summary>Empties it when the shop's name is typed as it is, for nothing brings back what was there.</summary>
    public async Task<Outcome<Guid>> RunAsync(string? name, CancellationToken cancel)
    {
        if (!string.Equals(name?.Trim(), shop.Facts.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            return new Problem("name_differs", $"Type “{shop.Facts.Name}” to empty this shop.", "Name");
        var emptied = await db.TryAgainAsync(() => TryAsync(cancel));
        if (emptied.Succeeded) files.DeleteAll(shop.Id);
        return emptied;
    }

    private async Task<Outcome<Guid>> TryAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // First, for behind that row stand those who add up days.
        await SalesRevision.CountAsync(db, cancel);
        if ((await sample.RunAsync(cancel)).SampleSales == 0)
            return new Problem("no_sample", "This shop does not hold the sample, so it stays as it is.", Kind: ProblemKind.Conflict);
        if (await db.Imports.AnyAsync(import => import.Status == ImportStatus.Reading || import.Status == ImportStatus.Applying || import.Status == ImportStatus.TakingBack, cancel))
            return new Problem("import_running", "A file is being brought in. Wait until it is done, or stop it.", Kind: ProblemKind.Conflict);
        // Whoever adds those days up at this very moment adds them up once more afterwards.
        outbox.Add(new SalesChanged(await db.Sales.Select(sale => sale.Day).Concat(db.Refunds.Select(refund => refund.Day)).Concat(db.Fees.Select(fee => fee.Day)).Distinct().ToListAsync(cancel)));
        await EmptyTables.RunAsync(db, kind => kind == typeof(UndoStep) || (!Kept.Contains(kind) && !KeptModules.Contains(kind.Namespace!)), cancel);
        SalesMonth.CountEvery(db);
        await write.CommitAsync(cancel);
        return shop.Id;
    }
}
