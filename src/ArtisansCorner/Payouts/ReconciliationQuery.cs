using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Payouts;

/// <summary>What became of the money of each channel in some days, and what of it is not explained.</summary>
public sealed class ReconciliationQuery(AppDb db)
{
    private const int AtOnce = 1000;

    /// <summary>The channels with money in these days, by name.</summary>
    public async Task<IReadOnlyList<Reconciliation>> RunAsync(AskedReconciliation asked, CancellationToken cancel)
    {
        var ((from, to), key) = (asked.Range, asked.Channel is null ? null : Channel.KeyOf(asked.Channel));
        var together = db.AskTogether();
        var channels = together.Ask(() => db.Channels.AsNoTracking().Where(channel => key == null || channel.Key == key).OrderBy(channel => channel.Key).ToListAsync(cancel));
        // A busy month has thousands of sales: the database sums them, and they are looked at one by one only where files tell of them too.
        var sales = together.Ask(() => db.Sales.Where(sale => sale.Day >= from && sale.Day <= to).GroupBy(sale => sale.ChannelId)
            .Select(alike => new Flow(alike.Key, alike.Sum(sale => sale.Gross - sale.Discounts + sale.Shipping - sale.ShippingDiscount + sale.Tax), alike.Sum(sale => sale.MarketplaceTax)))
            .ToDictionaryAsync(flow => flow.ChannelId, cancel));
        var refunds = together.Ask(() => db.Refunds.Where(refund => refund.Day >= from && refund.Day <= to).GroupBy(refund => refund.ChannelId)
            .Select(alike => new Flow(alike.Key, alike.Sum(refund => refund.Goods + refund.Shipping + refund.Tax), alike.Sum(refund => refund.MarketplaceTax)))
            .ToDictionaryAsync(flow => flow.ChannelId, cancel));
        var fees = together.Ask(() => db.Fees.Where(fee => fee.Day >= from && fee.Day <= to).GroupBy(fee => new { fee.ChannelId, fee.Type })
            .Select(alike => new { alike.Key.ChannelId, alike.Key.Type, Amount = alike.Sum(fee => fee.Amount) }).ToListAsync(cancel));
        var payouts = together.Ask(() => db.Payouts.AsNoTracking().Where(payout => payout.Day >= from && payout.Day <= to).ToListAsync(cancel));
        await together.RunAsync(cancel);

        var (charged, sent) = ((await fees).ToLookup(fee => fee.ChannelId, fee => new FeeSum(fee.Type, fee.Amount)), (await payouts).ToLookup(payout => payout.ChannelId));
        List<Reconciliation> found = [];
        foreach (var channel in await channels)
        {
            var flows = new Flows((await sales).GetValueOrDefault(channel.Id), (await refunds).GetValueOrDefault(channel.Id), [.. charged[channel.Id]], [.. sent[channel.Id]]);
            if (await OfAsync(channel, asked.Range, flows, cancel) is { } one) found.Add(one);
        }

        return found;
    }

    private async Task<Reconciliation?> OfAsync(Channel channel, Period range, Flows flows, CancellationToken cancel)
    {
        var (from, to) = (range.From, range.To);
        var entries = db.AccountEntries.Where(entry => entry.ChannelId == channel.Id);
        var first = await entries.MinAsync(entry => (DateOnly?)entry.Day, cancel);
        var (sales, refunds, fees, payouts) = flows;
        if (sales is null && refunds is null && fees.Count + payouts.Count == 0 && first is null) return null;

        var (paid, back, total) = ((sales?.Paid + sales?.Tax) ?? 0, (refunds?.Paid + refunds?.Tax) ?? 0, fees.Sum(fee => fee.Amount));
        var (tax, sent) = ((sales?.Tax ?? 0) - (refunds?.Tax ?? 0), payouts.Sum(payout => payout.Amount));
        var ordered = fees.OrderByDescending(fee => fee.Amount).ThenBy(fee => fee.Type, StringComparer.Ordinal).ToList();
        var gaps = await GapsAsync(channel.Id, range, payouts, cancel);
        if (first is null || first > to) return new Reconciliation(channel.Id, channel.Name, null, paid, back, tax, ordered, total, 0, sent, 0, null, null, null, null, [], gaps);

        var opening = await entries.Where(entry => entry.Day < from).SumAsync(entry => entry.Net, cancel);
        var inside = entries.Where(entry => entry.Day >= from && entry.Day <= to);
        var closing = opening + await inside.SumAsync(entry => entry.Net, cancel);
        var adjustments = await inside.Where(entry => entry.Kind == EntryKind.Adjustment).SumAsync(entry => entry.Net, cancel);
        var differences = await DifferencesAsync(channel.Id, range, first.Value, cancel);
        var unexplained = differences.Sum(one => one.Amount);
        var moved = closing - opening - (paid - back - tax - total + adjustments - sent) - unexplained;
        return new Reconciliation(
            channel.Id, channel.Name, opening, paid, back, tax, ordered, total, adjustments, sent, moved, unexplained, closing, null, null, differences, gaps);
    }

    private async Task<IReadOnlyList<Gap>> GapsAsync(Guid channelId, Period range, IReadOnlyCollection<Payout> payouts, CancellationToken cancel)
    {
        var rows = await db.ChannelRows.Where(row => row.ChannelId == channelId && row.Day >= range.From && row.Day <= range.To)
            .Select(row => new { row.Source, row.Number, row.Key, row.Day, row.Amount }).Distinct()
            .Select(row => new Reconcile.TellingRow(row.Source, row.Key, row.Day, row.Amount)).ToListAsync(cancel);
        if (rows.Count == 0) return [];
        var sales = await SalesAsync(channelId, range, cancel);
        return Reconcile.Gaps(rows, sales.Where(sale => sale.Number is not null).ToDictionary(sale => sale.Number!, sale => new Reconcile.PaidOrder(sale.Day, sale.Paid, sale.Tax)), payouts);
    }

    /// <summary>Of the orders and payouts that these days tell of: all that is known of them, on whatever day; nothing from before the account begins.</summary>
    private async Task<IReadOnlyList<Difference>> DifferencesAsync(Guid channelId, Period range, DateOnly first, CancellationToken cancel)
    {
        var (from, to) = (range.From > first ? range.From : first, range.To);
        var here = await HereAsync(channelId, new Period(from, to), null, cancel);
        var account = await AccountAsync(channelId, new Period(from, to), null, cancel);
        var suspects = Reconcile.Run(here, account);
        // What the days around tell of the same order evens out what only fell on the other side of midnight.
        var numbers = suspects.Select(one => one.Number).OfType<string>().Distinct().ToList();
        if (numbers.Count == 0) return suspects;
        var always = new Period(first, DateOnly.MaxValue);
        List<Reconcile.Sum> all = [.. here.Where(sum => sum.Number is null)], there = [.. account.Where(sum => sum.Number is null)];
        foreach (var some in numbers.Chunk(AtOnce))
        {
            all.AddRange(await HereAsync(channelId, always, [.. some], cancel));
            there.AddRange(await AccountAsync(channelId, always, [.. some], cancel));
        }

        return Reconcile.Run(all, there);
    }

    private async Task<List<Reconcile.Sum>> HereAsync(Guid channelId, Period range, List<string>? numbers, CancellationToken cancel)
    {
        List<Reconcile.Sum> sums = [];
        foreach (var sale in (await SalesAsync(channelId, range, cancel, numbers)).Where(sale => sale.Number is not null))
        {
            sums.Add(new Reconcile.Sum(EntryKind.Sale, sale.Number, sale.Id, sale.Day, sale.Paid + sale.Tax));
            if (sale.Tax != 0) sums.Add(new Reconcile.Sum(EntryKind.Tax, sale.Number, sale.Id, sale.Day, -sale.Tax));
        }

        foreach (var refund in (await RefundsAsync(channelId, range, cancel)).Where(refund => refund.Number is not null && (numbers is null || numbers.Contains(refund.Number))))
        {
            sums.Add(new Reconcile.Sum(EntryKind.Refund, refund.Number, refund.Id, refund.Day, -refund.Paid - refund.Tax));
            if (refund.Tax != 0) sums.Add(new Reconcile.Sum(EntryKind.Tax, refund.Number, refund.Id, refund.Day, refund.Tax));
        }

        var (from, to, sales) = (range.From, range.To, db.Sales);
        var fees = await db.Fees.Where(fee => fee.ChannelId == channelId && fee.Day >= from && fee.Day <= to)
            .Select(fee => new { Number = fee.OrderNumber ?? sales.Where(sale => sale.Id == fee.SaleId).Select(sale => sale.ExternalId).FirstOrDefault(), fee.SaleId, fee.Day, fee.Amount }).ToListAsync(cancel);
        sums.AddRange(fees.Where(fee => numbers is null || numbers.Contains(fee.Number!)).Select(fee => new Reconcile.Sum(EntryKind.Fee, fee.Number, fee.SaleId, fee.Day, -fee.Amount)));
        var payouts = await db.Payouts.Where(payout => payout.ChannelId == channelId && payout.Day >= from && payout.Day <= to).Select(payout => new { payout.ExternalId, payout.Day, payout.Amount }).ToListAsync(cancel);
        sums.AddRange(payouts.Where(payout => numbers is null || numbers.Contains(payout.ExternalId)).Select(payout => new Reconcile.Sum(EntryKind.Payout, payout.ExternalId, null, payout.Day, -payout.Amount)));
        return sums;
    }

    private async Task<List<Reconcile.Sum>> AccountAsync(Guid channelId, Period range, List<string>? numbers, CancellationToken cancel)
    {
        var (from, to) = (range.From, range.To);
        var entries = db.AccountEntries.Where(entry => entry.ChannelId == channelId && entry.Kind != EntryKind.Adjustment && entry.Day >= from && entry.Day <= to);
        if (numbers is not null) entries = entries.Where(entry => entry.Kind == EntryKind.Payout ? numbers.Contains(entry.PayoutExternalId!) : numbers.Contains(entry.OrderNumber!));
        return await entries.Select(entry => new Reconcile.Sum(entry.Kind, entry.Kind == EntryKind.Payout ? entry.PayoutExternalId : entry.OrderNumber, null, entry.Day, entry.Net)).ToListAsync(cancel);
    }

    private Task<List<Order>> SalesAsync(Guid channelId, Period range, CancellationToken cancel, List<string>? numbers = null)
    {
        var (from, to) = (range.From, range.To);
        var sales = db.Sales.Where(sale => sale.ChannelId == channelId && sale.Day >= from && sale.Day <= to);
        if (numbers is not null) sales = sales.Where(sale => numbers.Contains(sale.ExternalId!));
        return sales.Select(sale => new Order(sale.Id, sale.ExternalId, sale.Day, sale.Gross - sale.Discounts + sale.Shipping - sale.ShippingDiscount + sale.Tax, sale.MarketplaceTax)).ToListAsync(cancel);
    }

    private Task<List<Order>> RefundsAsync(Guid channelId, Period range, CancellationToken cancel)
    {
        var (from, to, sales) = (range.From, range.To, db.Sales);
        return db.Refunds.Where(refund => refund.ChannelId == channelId && refund.Day >= from && refund.Day <= to)
            .Select(refund => new Order(
                refund.SaleId, sales.Where(sale => sale.Id == refund.SaleId).Select(sale => sale.ExternalId).FirstOrDefault(), refund.Day, refund.Goods + refund.Shipping + refund.Tax, refund.MarketplaceTax)).ToListAsync(cancel);
    }

    private sealed record Order(Guid? Id, string? Number, DateOnly Day, long Paid, long Tax);

    private sealed record Flow(Guid ChannelId, long Paid, long Tax);

    private sealed record Flows(Flow? Sales, Flow? Refunds, IReadOnlyList<FeeSum> Fees, IReadOnlyList<Payout> Payouts);
}
