using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Customers;

/// <summary>What each customer of the shop bought.</summary>
public sealed class PurchasesQuery(AppDb db)
{
    /// <summary>Those with a sale up to this day, with all they bought and gave back up to then.</summary>
    public async Task<IReadOnlyList<Purchases>> RunAsync(DateOnly day, CancellationToken cancel)
    {
        var bought = await db.Sales.Where(sale => sale.CustomerId != null && sale.Day <= day).GroupBy(sale => sale.CustomerId!.Value)
            .Select(mine => new { mine.Key, Last = mine.Max(sale => sale.Day), Orders = mine.LongCount(), Sold = mine.Sum(sale => sale.Gross - sale.Discounts) }).ToListAsync(cancel);
        var gaveBack = await db.Refunds.Where(refund => refund.CustomerId != null && refund.Day <= day).GroupBy(refund => refund.CustomerId!.Value)
            .Select(mine => new { mine.Key, Goods = mine.Sum(refund => refund.Goods) }).ToDictionaryAsync(mine => mine.Key, mine => mine.Goods, cancel);
        return [.. bought.Select(mine => new Purchases(mine.Key, mine.Last, mine.Orders, mine.Sold - gaveBack.GetValueOrDefault(mine.Key)))];
    }
}
