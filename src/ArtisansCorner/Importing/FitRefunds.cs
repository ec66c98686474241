using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Holds refunds that name their sale to what it has left, whether it stands in the same file or is here: more stays out, and an amount alone is of its goods,
/// shipping and tax. Of a sale that nobody knows a refund is what its file says, and of one that the same file brought before, once it is being written: what the
/// preview let in goes in.
/// </summary>
internal sealed class FitRefunds(AppDb db)
{
    private const int AtOnce = 1000;

    /// <summary>Fits the refunds that the draft holds and that are new.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var refunds = draft.Orders.FindAll(order => order is { IsRefund: true, RefundOf: not null, InAll: null, IsJoined: false, Presence: Presence.New });
        foreach (var alike in refunds.GroupBy(refund => refund.Channel))
        {
            foreach (var some in alike.Chunk(AtOnce))
            {
                var left = await LeftAsync(draft, alike.Key, [.. some.Select(refund => refund.RefundOf!).Distinct()], importId, cancel);
                foreach (var refund in some)
                {
                    if (left.TryGetValue(refund.RefundOf!, out var sale) && !Fits(draft, refund, sale) && sale.Binds) Refuse(draft, refund);
                }
            }
        }
    }

    private async Task<Dictionary<string, Left>> LeftAsync(ImportDraft draft, int channel, List<string> numbers, Guid importId, CancellationToken cancel)
    {
        var wanted = numbers.ToHashSet(StringComparer.Ordinal);
        var left = draft.Orders.Where(order => !order.IsRefund && order.Channel == channel && wanted.Contains(order.Number))
            .DistinctBy(sale => sale.Number).ToDictionary(sale => sale.Number, sale => LeftOf(draft, sale), StringComparer.Ordinal);
        if (draft.Channels[channel].Id is not { } channelId) return left;
        var sales = db.Sales.Where(sale => sale.ChannelId == channelId && numbers.Contains(sale.ExternalId!));
        // Who corrected a sale here knows better than the file.
        foreach (var sale in await sales.Select(sale => new { sale.ExternalId, sale.ImportId, sale.Units, Goods = sale.Gross - sale.Discounts, Shipping = sale.Shipping - sale.ShippingDiscount, sale.Tax, sale.MarketplaceTax }).ToListAsync(cancel))
            left[sale.ExternalId!] = new Left(sale.Units, new OrderMoney(sale.Goods, sale.Shipping, sale.Tax), sale.MarketplaceTax, sale.ImportId != importId || left.ContainsKey(sale.ExternalId!));
        foreach (var one in await db.Refunds.Join(sales, refund => refund.SaleId, sale => sale.Id, (refund, sale) => new { sale.ExternalId, refund.Units, refund.Goods, refund.Shipping, refund.Tax, refund.MarketplaceTax }).ToListAsync(cancel))
            left[one.ExternalId!].Take(one.Units, new OrderMoney(one.Goods, one.Shipping, one.Tax), one.MarketplaceTax);
        return left;
    }

    private static Left LeftOf(ImportDraft draft, DraftOrder sale)
    {
        var (units, money) = WhatOf(draft, sale);
        return new Left(units, money with { Goods = money.Goods - (sale.OrderDiscount ?? 0), Shipping = money.Shipping - sale.ShippingDiscount }, sale.MarketplaceTax ?? 0, true);
    }

    private static (long Units, OrderMoney Money) WhatOf(ImportDraft draft, DraftOrder order)
    {
        long units = 0, goods = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next) (units, goods) = (units + draft.Lines[at].Quantity, goods + draft.Lines[at].Gross - draft.Lines[at].Discount);
        return (units, new OrderMoney(goods, order.Shipping ?? 0, order.Tax ?? 0));
    }

    private static bool Fits(ImportDraft draft, DraftOrder refund, Left sale)
    {
        if (refund.AmountAlone is { } amount)
        {
            if (amount > sale.Money.All) return false;
            var part = sale.Money.Part(amount);
            var goods = LargestRemainder.Split(part.Goods, [.. draft.LinesOf(refund).Select(line => line.Gross)]);
            for (var (at, index) = (refund.First, 0); at >= 0; (at, index) = (draft.Lines[at].Next, index + 1)) draft.Lines[at].Gross = goods[index];
            (refund.Shipping, refund.Tax) = (part.Shipping, part.Tax);
        }

        var (units, money) = WhatOf(draft, refund);
        if (!sale.Has(units, money, refund.MarketplaceTax ?? 0)) return false;
        sale.Take(units, money, refund.MarketplaceTax ?? 0);
        return true;
    }

    private static void Refuse(ImportDraft draft, DraftOrder refund)
    {
        foreach (var (at, line) in draft.LinesOf(refund).Index()) draft.Rejections.Add(new Rejection(line.Row, at == 0 ? Reasons.MoreGivenBack : Reasons.OrderSpoiled));
        draft.Rejections.Sort();
        draft.Lines.Free(refund);
        draft.Orders.Remove(refund);
    }

    /// <summary>What is left of a sale to give back.</summary>
    private sealed class Left(long units, OrderMoney money, long marketplaceTax, bool binds)
    {
        /// <summary>Whether the preview knew the sale too, so that it told what has to stay out.</summary>
        public bool Binds => binds;

        public OrderMoney Money { get; private set; } = money;

        public bool Has(long pieces, OrderMoney some, long tax) =>
            pieces <= units && some.Goods <= Money.Goods && some.Shipping <= Money.Shipping && some.Tax <= Money.Tax && tax <= marketplaceTax;

        public void Take(long pieces, OrderMoney some, long tax) => (units, Money, marketplaceTax) = (units - pieces, Money.After(some), marketplaceTax - tax);
    }
}
