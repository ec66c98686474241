using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Hangs fees that waited under the number of a sale on that sale, once it is here.</summary>
public sealed class AttachFees(AppDb db)
{
    /// <summary>Does so inside the transaction that is open; tells the business days of the fees.</summary>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(CancellationToken cancel)
    {
        var sales = db.Sales;
        var waiting = db.Fees.Where(fee => fee.SaleId == null && fee.OrderNumber != null && sales.Any(sale => sale.ChannelId == fee.ChannelId && sale.ExternalId == fee.OrderNumber));
        var days = await waiting.Select(fee => fee.Day).Distinct().ToListAsync(cancel);
        if (days.Count == 0) return [];
        await waiting.ExecuteUpdateAsync(
            row => row.SetProperty(fee => fee.SaleId, fee => sales.Where(sale => sale.ChannelId == fee.ChannelId && sale.ExternalId == fee.OrderNumber).Select(sale => (Guid?)sale.Id).First()), cancel);
        return days;
    }
}
