using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Finds out what of a draft is in the shop already: channels, orders, products, customers, and what else there is.</summary>
internal sealed class FindPresence(AppDb db, FindCustomers customers, FindTitles titles, FindJoins joins, FindFurtherRefunds further, FitRefunds fit, IEnumerable<IBringFacts> others)
{
    // In one parameter each: SQLite would look for every one of a thousand parameters by going through the names of all.
    private const int AtOnce = 1000;
    private readonly Dictionary<(Guid ChannelId, bool AreRefunds), bool> hadAny = [];

    /// <summary>
    /// Finds which of the orders that the draft holds now are there, and the customers of those that go in; notes what else these need, and tells whether
    /// that is something that no order before them needed.
    /// </summary>
    public async Task<bool> FindOrdersAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        await MarkAsync(draft, importId, cancel);
        await customers.RunAsync(draft, importId, cancel);
        return Note(draft);
    }

    /// <summary>Finds what of a round before sales is there, and its customers; whatever was known before.</summary>
    public async Task FindBeforeSalesAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        await FindChannelsAsync(draft, cancel);
        await customers.RunAsync(draft, importId, cancel);
        foreach (var other in others.Where(other => other.Rounds == InRounds.BeforeSales)) await other.FindAsync(draft, importId, cancel);
    }

    /// <summary>Finds what of a round after sales is there, the orders that the draft still holds, and what these need; whatever was known before.</summary>
    public async Task FindAfterSalesAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        await FindChannelsAsync(draft, cancel);
        await joins.RunAsync(draft, importId, cancel);
        await MarkAsync(draft, importId, cancel);
        await FindPartsAsync(draft, importId, cancel);
        foreach (var other in others.Where(other => other.Rounds == InRounds.AfterSales)) await other.FindAsync(draft, importId, cancel);
        foreach (var fact in draft.Facts.Where(fact => fact.Channel >= 0 && fact.Presence != Presence.Here)) draft.Channels[fact.Channel].Used = true;
    }

    /// <summary>The same, where orders of other tables of the upload were written meanwhile: rows may come to the same ones.</summary>
    public Task FindAfterOrdersAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        joins.LookAnew();
        return FindAfterSalesAsync(draft, importId, cancel);
    }

    /// <summary>Finds what is needed once more, though somebody made some of it meanwhile.</summary>
    public Task FindPartsAnewAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        customers.LookAnew();
        return FindPartsAsync(draft, importId, cancel);
    }

    /// <summary>Finds which of the channels, products and customers that are needed are there, and what titles mean.</summary>
    public async Task FindPartsAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        await FindChannelsAsync(draft, cancel);
        Note(draft);
        await FindProductsAsync(draft, cancel);
        await customers.RunAsync(draft, importId, cancel);
        await titles.RunAsync(draft, importId, cancel);
    }

    /// <summary>Finds which of these orders, all of one kind and channel that exists, are there.</summary>
    public async Task MarkAsync(IReadOnlyList<DraftOrder> orders, Guid channelId, bool refunds, Guid importId, CancellationToken cancel)
    {
        foreach (var some in orders.Chunk(AtOnce))
        {
            var numbers = some.Select(order => order.Number).Concat(some.Select(order => order.FormerNumber).OfType<string>()).ToList();
            var found = refunds
                ? await db.Refunds.Where(refund => refund.ChannelId == channelId && numbers.Contains(refund.ExternalId!))
                    .Select(refund => new { refund.ExternalId, refund.ImportId, Goods = (long?)null }).ToListAsync(cancel)
                : await db.Sales.Where(sale => sale.ChannelId == channelId && numbers.Contains(sale.ExternalId!))
                    .Select(sale => new { sale.ExternalId, sale.ImportId, Goods = (long?)(sale.Gross - sale.Discounts) }).ToListAsync(cancel);
            if (found.Count == 0) continue;
            var there = found.ToDictionary(row => row.ExternalId!, row => (row.ImportId == importId ? Presence.Written : Presence.Here, row.Goods));
            foreach (var order in some)
            {
                if (there.TryGetValue(order.Number, out var stands) || (order.FormerNumber is { } former && there.TryGetValue(former, out stands))) (order.Presence, order.GoodsHere) = stands;
            }
        }
    }

    private async Task MarkAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        await FindChannelsAsync(draft, cancel);
        foreach (var alike in draft.Orders.Where(order => !order.IsJoined).GroupBy(order => (order.Channel, order.IsRefund)))
            await FindAlikeAsync(draft, [.. alike], alike.Key.Channel, alike.Key.IsRefund, importId, cancel);
        await fit.RunAsync(draft, importId, cancel);
    }

    private async Task FindChannelsAsync(ImportDraft draft, CancellationToken cancel)
    {
        var keys = draft.Channels.ConvertAll(channel => channel.Key);
        var ids = await db.Channels.Where(channel => keys.Contains(channel.Key)).ToDictionaryAsync(channel => channel.Key, channel => channel.Id, cancel);
        foreach (var channel in draft.Channels) channel.Id = ids.TryGetValue(channel.Key, out var id) ? id : null;
    }

    private async Task FindAlikeAsync(ImportDraft draft, List<DraftOrder> alike, int channel, bool areRefunds, Guid importId, CancellationToken cancel)
    {
        // One table may call an order what another calls none: what bears its number is it.
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        alike.ForEach(order => order.Presence = numbers.Add(order.Number) ? Presence.New : Presence.Here);
        if (draft.Channels[channel].Id is not { } channelId || !await HadAnyAsync(channelId, areRefunds, cancel)) return;
        await MarkAsync(alike, channelId, areRefunds, importId, cancel);
        if (areRefunds) await further.RunAsync(draft, alike.FindAll(refund => refund is { InAll: not null, Presence: Presence.Here or Presence.New }), channelId, importId, cancel);
    }

    /// <summary>Whether the channel had anything when it was first looked at: what is written meanwhile shows itself as a duplicate.</summary>
    private async Task<bool> HadAnyAsync(Guid channelId, bool refunds, CancellationToken cancel)
    {
        if (hadAny.TryGetValue((channelId, refunds), out var had)) return had;
        return hadAny[(channelId, refunds)] = refunds
            ? await db.Refunds.AnyAsync(refund => refund.ChannelId == channelId, cancel)
            : await db.Sales.AnyAsync(sale => sale.ChannelId == channelId, cancel);
    }

    private static bool Note(ImportDraft draft)
    {
        var isNew = FindTitles.Collect(draft);
        foreach (var order in draft.Orders.Where(order => order.Presence != Presence.Here))
        {
            draft.Channels[order.Channel].Used = true;
            for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
            {
                if (draft.Lines[at].Product is >= 0 and var product && !draft.Products[product].Used) isNew = draft.Products[product].Used = true;
            }
        }

        return isNew;
    }

    private async Task FindProductsAsync(ImportDraft draft, CancellationToken cancel)
    {
        var products = draft.Products;
        foreach (var some in Enumerable.Range(0, products.Count).Where(at => products[at].Used).Select(at => (At: at, Key: products.KeyOf(at))).Chunk(AtOnce))
        {
            var keys = some.Select(product => product.Key).ToList();
            var ids = await db.Variants.Where(variant => keys.Contains(variant.SkuKey)).ToDictionaryAsync(variant => variant.SkuKey, variant => variant.Id, cancel);
            foreach (var (at, key) in some) products[at].VariantId = ids.TryGetValue(key, out var id) ? id : null;
        }
    }
}
