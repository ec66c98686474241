using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Removes what an import made so that its facts had something to name, where nothing else uses it: customers, products, channels, suppliers, makers.</summary>
internal static class RemoveParts
{
    /// <summary>Removes them inside the transaction that is open, after the facts.</summary>
    public static async Task RunAsync(AppDb db, Guid importId, ImportPlan plan, CancellationToken cancel)
    {
        await RemoveCustomersAsync(db, importId, cancel);
        await RemoveProductsAsync(db, importId, cancel);
        await RemoveChannelsAsync(db, plan.ChannelsMade, cancel);
        await RemoveOthersAsync(db, plan.AlsoMade, cancel);
    }

    private static Task<int> RemoveCustomersAsync(AppDb db, Guid importId, CancellationToken cancel)
    {
        var buyers = db.Sales.Where(sale => sale.CustomerId != null).Select(sale => sale.CustomerId!.Value);
        var refunded = db.Refunds.Where(refund => refund.CustomerId != null).Select(refund => refund.CustomerId!.Value);
        return db.Customers.Where(customer => customer.ImportId == importId && !buyers.Contains(customer.Id) && !refunded.Contains(customer.Id)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>A product that a person has worked on since is theirs, and one that a later import completed is that import's too.</summary>
    private static async Task RemoveProductsAsync(AppDb db, Guid importId, CancellationToken cancel)
    {
        var (products, variants, changes) = (db.ProductsAndMaterials, db.VariantsAndMaterials, db.ProductChanges);
        await UnusedVariants.Of(db).Where(variant => products.Any(product => product.Id == variant.ProductId && product.ImportId == importId && !changes.Any(change => change.ProductId == product.Id && (change.Through != Through.Import || change.BatchId != null)))).ExecuteDeleteAsync(cancel);
        await products.Where(product => product.ImportId == importId && !variants.Any(variant => variant.ProductId == product.Id)).ExecuteDeleteAsync(cancel);
    }

    private static Task<int> RemoveChannelsAsync(AppDb db, IReadOnlyList<Guid> made, CancellationToken cancel)
    {
        var ids = made.ToList();
        var (sales, refunds, fees, customers, payouts, entries, rows) = (db.Sales, db.Refunds, db.Fees, db.Customers, db.Payouts, db.AccountEntries, db.ChannelRows);
        return db.Channels.Where(channel => ids.Contains(channel.Id) &&
                !sales.Any(sale => sale.ChannelId == channel.Id) && !refunds.Any(refund => refund.ChannelId == channel.Id) &&
                !fees.Any(fee => fee.ChannelId == channel.Id) && !customers.Any(customer => customer.ChannelId == channel.Id) &&
                !payouts.Any(payout => payout.ChannelId == channel.Id) && !entries.Any(entry => entry.ChannelId == channel.Id) && !rows.Any(row => row.ChannelId == channel.Id))
            .ExecuteDeleteAsync(cancel);
    }

    private static async Task RemoveOthersAsync(AppDb db, IReadOnlyList<Guid> made, CancellationToken cancel)
    {
        if (made.Count == 0) return;
        var (ids, purchases, products) = (made.ToList(), db.Purchases, db.ProductsAndMaterials);
        await db.Suppliers.Where(supplier => ids.Contains(supplier.Id) && !purchases.Any(purchase => purchase.SupplierId == supplier.Id)).ExecuteDeleteAsync(cancel);
        await db.Makers.Where(maker => ids.Contains(maker.Id) && !products.Any(product => product.MakerId == maker.Id)).ExecuteDeleteAsync(cancel);
    }
}
