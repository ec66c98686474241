using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Joining;

/// <summary>
/// Puts the rows of a draft together with those that earlier imports told, and finds out what of that is here. Sales that come of it stand
/// among the draft's orders; what a person corrected, gave back here or recorded in another way is left as it is.
/// </summary>
internal sealed class FindJoins(AppDb db)
{
    private const int AtOnce = 500;
    private readonly Dictionary<string, bool> hadAny = new(StringComparer.Ordinal);

    /// <summary>Looks once more whether channels have anything, for something was written meanwhile.</summary>
    public void LookAnew() => hadAny.Clear();

    /// <summary>Joins all rows of the draft anew; its channels are known.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var rows = draft.Of<DraftRow>();
        if (rows.Count == 0) return;
        draft.Joins.Clear();
        draft.Orders.RemoveAll(order => order.IsJoined);
        foreach (var alike in rows.GroupBy(row => row.Channel))
        {
            foreach (var some in alike.GroupBy(row => row.Key).Chunk(AtOnce))
            {
                var known = await KnownAsync(draft.Channels[alike.Key], [.. some.Select(key => key.Key)], cancel);
                foreach (var key in some)
                {
                    var (here, before) = (known.Rows[key.Key].ToList(), known.Rows[key.Key].Where(row => row.ImportId != importId).ToList());
                    var mine = here.Where(row => row.ImportId == importId).Select(row => row.Number).ToHashSet();
                    foreach (var row in key) row.Presence = mine.Contains(row.Number) ? Presence.Written : Presence.New;
                    var (was, becomes) = (JoinRows.Run(key.Key, before), JoinRows.Run(key.Key, [.. before, .. key.Select(row => new KnownRow(row.Number, row.Day, importId, row.Told))]));
                    known.Sales.TryGetValue(key.Key, out var sale);
                    var byHand = sale is null ? known.Corrected.Contains(key.Key) : sale.ByHand;
                    var presence = becomes.Sale is null || byHand || (sale is not null && was.Sale is null && mine.Count == 0) ? Presence.Here
                        : mine.Count > 0 && sale is not null ? Presence.Written
                        : sale is null ? Presence.New
                        : was.SellsTheSameAs(becomes) ? Presence.Here : Presence.Completed;
                    Add(draft, alike.Key, key.Key, [.. key], was, becomes, presence, sale?.Id, byHand);
                }
            }
        }
    }

    /// <summary>What stays of these keys without the rows of one import, as a draft to be written.</summary>
    public async Task WithoutAsync(ImportDraft draft, int channel, IReadOnlyCollection<string> keys, Guid importId, CancellationToken cancel)
    {
        var known = await KnownAsync(draft.Channels[channel], keys, cancel);
        foreach (var key in keys)
        {
            var (was, stays) = (JoinRows.Run(key, [.. known.Rows[key]]), JoinRows.Run(key, [.. known.Rows[key].Where(row => row.ImportId != importId)]));
            known.Sales.TryGetValue(key, out var sale);
            var presence = sale is null || sale.ByHand || was.Sale is null ? Presence.Here
                : stays.Sale is null ? Presence.Gone
                : stays.SellsTheSameAs(was) && sale.ImportId != importId ? Presence.Here : Presence.Completed;
            Add(draft, channel, key, [], was, stays, presence, sale?.Id, sale?.ByHand ?? false);
        }
    }

    private async Task<Known> KnownAsync(DraftChannel channel, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        if (!await HadAnyAsync(channel, cancel)) return new Known(Array.Empty<KnownRow>().ToLookup(_ => ""), [], []);
        var (channelId, wanted, refunds) = (channel.Id, keys.ToList(), db.Refunds);
        var rows = await db.ChannelRows.AsNoTracking().Where(row => row.ChannelId == channelId && wanted.Contains(row.Key))
            .Select(row => new { row.Key, row.Number, row.Day, row.ImportId, row.Told }).ToListAsync(cancel);
        var sales = await db.Sales.Where(sale => sale.ChannelId == channelId && wanted.Contains(sale.ExternalId!))
            .Select(sale => new { sale.ExternalId, sale.Id, sale.ImportId, ByHand = sale.ImportId == null || refunds.Any(refund => refund.SaleId == sale.Id && refund.ImportId == null) })
            .ToDictionaryAsync(sale => sale.ExternalId!, sale => new KnownSale(sale.Id, sale.ImportId, sale.ByHand), cancel);
        var corrected = await db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter])
            .Where(sale => sale.ChannelId == channelId && sale.CorrectedById != null && wanted.Contains(sale.ExternalId!)).Select(sale => sale.ExternalId!).ToListAsync(cancel);
        return new Known(rows.ToLookup(row => row.Key, row => new KnownRow(row.Number, row.Day, row.ImportId, Told.Of(row.Told))), sales, corrected.ToHashSet());
    }

    /// <summary>Whether the channel had anything when it was first looked at: what this import writes meanwhile is of keys that do not come again.</summary>
    private async Task<bool> HadAnyAsync(DraftChannel channel, CancellationToken cancel)
    {
        if (hadAny.TryGetValue(channel.Key, out var had)) return had;
        var channelId = channel.Id;
        return hadAny[channel.Key] = channelId is not null && (await db.ChannelRows.AnyAsync(row => row.ChannelId == channelId, cancel) ||
            await db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]).AnyAsync(sale => sale.ChannelId == channelId, cancel));
    }

    private static void Add(ImportDraft draft, int channel, string key, IReadOnlyList<DraftRow> rows, Joined was, Joined becomes, Presence presence, Guid? saleId, bool byHand)
    {
        List<DraftOrder> orders = [];
        if (becomes.Sale is { } sale)
        {
            var made = SaleOf(draft, channel, key, sale, was.Sale?.Gross);
            orders.Add(made);
            orders.AddRange(becomes.Refunds.Select(refund => RefundOf(draft, made, refund, was.Refunds.Any(before => before.Number == refund.Number))));
            foreach (var order in orders) order.Presence = presence;
            draft.Orders.AddRange(orders);
        }

        draft.Joins.Add(new DraftJoin { Channel = channel, Key = key, Rows = rows, Before = was, After = becomes, Orders = orders, Presence = presence, SaleId = saleId, IsByHand = byHand });
    }

    private static DraftOrder SaleOf(ImportDraft draft, int channel, string key, JoinedSale sale, long? grossBefore)
    {
        var order = new DraftOrder
        {
            Channel = channel, Number = key, IsRefund = false, Moment = new FileMoment(sale.Day.ToDateTime(TimeOnly.MinValue), true), IsJoined = true, ImportId = sale.ImportId, GrossBefore = grossBefore,
            OrderDiscount = sale.OrderDiscount, Shipping = sale.Shipping, ShippingDiscount = sale.ShippingDiscount, MarketplaceTax = sale.MarketplaceTax,
        };
        if (string.IsNullOrEmpty(sale.Buyer.User)) order.Buyer = sale.Buyer.Name;
        else
        {
            var customer = order.Customer = draft.CustomerOf(channel, sale.Buyer.User);
            customer.Name ??= sale.Buyer.Name;
            customer.Country ??= sale.Buyer.Country;
            customer.Region ??= sale.Buyer.Region;
            customer.City ??= sale.Buyer.City;
            customer.Postcode ??= sale.Buyer.Postcode;
            customer.ImportId ??= sale.ImportId;
        }

        AddLines(draft, order, sale.Lines);
        return order;
    }

    private static DraftOrder RefundOf(ImportDraft draft, DraftOrder sale, JoinedRefund refund, bool wasHere)
    {
        var order = new DraftOrder
        {
            Channel = sale.Channel, Number = refund.Number, IsRefund = true, RefundOf = sale.Number, Moment = new FileMoment(refund.Day.ToDateTime(TimeOnly.MinValue), true), IsJoined = true,
            ImportId = refund.ImportId, GrossBefore = wasHere ? 0 : null, Customer = sale.Customer, Shipping = refund.Shipping, MarketplaceTax = refund.MarketplaceTax,
        };
        AddLines(draft, order, refund.Lines);
        return order;
    }

    private static void AddLines(ImportDraft draft, DraftOrder order, IReadOnlyList<JoinedLine> lines)
    {
        foreach (var line in lines)
        {
            var product = draft.Products.Of(line.Sku);
            if (product >= 0) draft.Products.Hear(product, line.Title, order.IsRefund ? null : line.UnitPrice);
            draft.Add(order, new DraftLine { Product = product, Title = draft.Text(line.Title), Quantity = line.Quantity, UnitPrice = line.UnitPrice, Gross = line.Gross, Discount = line.Discount });
        }
    }

    private sealed record KnownSale(Guid Id, Guid? ImportId, bool ByHand);

    private sealed record Known(ILookup<string, KnownRow> Rows, Dictionary<string, KnownSale> Sales, HashSet<string> Corrected);
}
