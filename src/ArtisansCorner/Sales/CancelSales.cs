using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Sales;

/// <summary>Calls several sales off, each in a transaction of its own; one that was cancelled or corrected already is left as it is.</summary>
public sealed class CancelSales(AppDb db, RefundSale refund)
{
    /// <summary>No more are called off at once: what a page of the list shows.</summary>
    public const int Most = SaleListAddress.PageSize;

    /// <summary>How many were called off, or why none can be.</summary>
    public async Task<Outcome<int>> RunAsync(IReadOnlyCollection<Guid> sales, bool restock, CancellationToken cancel)
    {
        if (sales.Count == 0) return new Problem("nothing_chosen", "Choose the sales first.");
        if (sales.Count > Most) return new Problem("too_many_chosen", $"At most {Most} sales are cancelled at once.");
        var cancelled = 0;
        foreach (var id in sales.Distinct())
        {
            if ((await refund.CancelAsync(id, restock, cancel)).Succeeded) cancelled++;
            db.ChangeTracker.Clear();
        }

        return cancelled;
    }
}
