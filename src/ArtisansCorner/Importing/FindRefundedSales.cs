using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Finds the sales that refunds of a file are of, and counts on from the refunds that these have.</summary>
internal sealed class FindRefundedSales(AppDb db)
{
    private const int AtOnce = 1000;

    /// <summary>
    /// The sale of each refund that names one, where it stands or is among these orders, and the refund's number of that sale. What is written meanwhile by
    /// others may have the same number: it shows itself as a duplicate.
    /// </summary>
    public async Task<IReadOnlyDictionary<DraftOrder, (Guid SaleId, int Number)>> RunAsync(ImportDraft draft, IReadOnlyList<DraftOrder> some, CancellationToken cancel)
    {
        var numbered = new Dictionary<DraftOrder, (Guid, int)>();
        var refunds = some.Where(order => order.RefundOf is not null).ToList();
        if (refunds.Count == 0) return numbered;
        // One that is written with its refunds has none yet.
        var sales = some.Where(order => !order.IsRefund).ToDictionary(sale => (sale.Channel, sale.Number), sale => (sale.Id, Refunds: 0));
        foreach (var alike in refunds.Where(refund => !sales.ContainsKey((refund.Channel, refund.RefundOf!))).ToList().GroupBy(refund => refund.Channel))
        {
            var (channelId, all) = (draft.Channels[alike.Key].Id, db.Refunds);
            foreach (var numbers in alike.Select(refund => refund.RefundOf!).Distinct().Chunk(AtOnce).Select(part => part.ToList()))
            {
                foreach (var sale in await db.Sales.Where(sale => sale.ChannelId == channelId && numbers.Contains(sale.ExternalId!))
                    .Select(sale => new { sale.Id, sale.ExternalId, Last = all.Where(refund => refund.SaleId == sale.Id).Max(refund => (int?)refund.Number) }).ToListAsync(cancel))
                    sales[(alike.Key, sale.ExternalId!)] = (sale.Id, sale.Last ?? 0);
            }
        }

        foreach (var refund in refunds)
        {
            if (!sales.TryGetValue((refund.Channel, refund.RefundOf!), out var sale)) continue;
            sales[(refund.Channel, refund.RefundOf!)] = sale = (sale.Id, sale.Refunds + 1);
            numbered.Add(refund, sale);
        }

        return numbered;
    }
}
