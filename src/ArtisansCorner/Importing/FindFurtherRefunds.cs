using System.Globalization;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Some files tell of an order all that was given back so far, without a day. Where that is more than is here, the rest becomes a further refund,
/// as of the last day that the file knows; where it is as much or less, an older export came later and nothing is new.
/// </summary>
internal sealed class FindFurtherRefunds(AppDb db)
{
    private const int AtOnce = 1000;

    /// <summary>Turns refunds of which an earlier part is here into what is new of them.</summary>
    public async Task RunAsync(ImportDraft draft, IReadOnlyList<DraftOrder> refunds, Guid channelId, Guid importId, CancellationToken cancel)
    {
        foreach (var some in refunds.Chunk(AtOnce))
        {
            var numbers = some.Select(refund => refund.RefundOf!).ToList();
            var here = (await db.Refunds.Where(refund => refund.ChannelId == channelId)
                .Join(db.Sales.Where(sale => sale.ChannelId == channelId && numbers.Contains(sale.ExternalId!)), refund => refund.SaleId, sale => sale.Id,
                    (refund, sale) => new { Sale = sale.ExternalId!, refund.Number, refund.ImportId, refund.Goods, refund.Shipping, refund.Tax }).ToListAsync(cancel)).ToLookup(refund => refund.Sale);
            foreach (var refund in some)
            {
                var known = here[refund.RefundOf!].ToList();
                if (known.Count == 0) continue;
                var given = new OrderMoney(known.Sum(one => one.Goods), known.Sum(one => one.Shipping), known.Sum(one => one.Tax));
                if (known.Exists(one => one.ImportId == importId)) refund.Presence = Presence.Written;
                else if (refund.InAll!.Amount - given.All is > 0 and var rest) Further(draft, refund, refund.InAll.Order.After(given).Part(rest), known.Max(one => one.Number) + 1);
                else refund.Presence = Presence.Here;
            }
        }
    }

    private static void Further(ImportDraft draft, DraftOrder refund, OrderMoney part, int number)
    {
        var row = draft.Lines[refund.First].Row;
        (refund.Number, refund.Moment, refund.Presence) = (string.Create(CultureInfo.InvariantCulture, $"{refund.RefundOf} refund {number}"), refund.InAll!.CancelledAt ?? new FileMoment(draft.LastDay, true), Presence.New);
        (refund.Shipping, refund.Tax, refund.First, refund.Last, refund.Lines) = (part.Shipping, part.Tax, -1, -1, 0);
        draft.Add(refund, new DraftLine { Row = row, Product = -1, Title = draft.Text($"Part of {refund.RefundOf}"), Quantity = 0, Gross = part.Goods });
    }
}
