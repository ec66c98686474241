using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Records one sale and takes its pieces out of stock, in one transaction.
/// Sending the same channel and external id again returns the sale already recorded.
/// </summary>
public sealed class RecordSale(AppDb db, CurrentShop shop, SaleParties parties, StockLedger stock, Outbox outbox, Repeats repeats, TimeProvider time)
{
    /// <summary>The sale, new or already there, or everything that is wrong.</summary>
    public async Task<Outcome<RecordedSale>> RunAsync(NewSale input, CancellationToken cancel)
    {
        if (SaleRules.Check(input, shop.Facts, time.GetUtcNow()) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<RecordedSale>> TryAsync(NewSale input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return new RecordedSale(earlier, AlreadyThere: true);

        var channel = await parties.ChannelAsync(input.Channel!, cancel);
        if (await FindAsync(channel.Id, input.ExternalId, cancel) is { } known) return new RecordedSale(known, AlreadyThere: true);
        var variants = await VariantsAsync(input.Lines!, cancel);
        var (lines, problems) = SaleLines.Of(input, variants);
        if (problems.Count > 0) return problems;

        var customer = await parties.CustomerAsync(input.Customer, channel.Id, cancel);
        var (at, day, hour) = WhenOf(input);
        var id = Guid.CreateVersion7();
        var stocked = lines.Where(line => line.VariantId is not null).ToList();
        var values = await stock.MoveAsync(
            [.. stocked.Select(line => new NewMovement(line.VariantId!.Value, -line.Quantity, StockReason.Sold, at, day, CauseId: id))], cancel);
        foreach (var (index, line) in stocked.Index()) line.Cost = -values[index];

        db.Sales.Add(SaleOf(id, input, lines, channel, customer, at, day, hour));
        db.SaleLines.AddRange(lines.Index().Select(line => line.Item.ToRow(shop.Id, id, line.Index + 1, day)));
        db.Fees.AddRange((input.Fees ?? []).Select(fee => new Fee
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, SaleId = id, ChannelId = channel.Id, Type = fee.Type!.Trim(), Amount = fee.Amount, Day = day,
        }));
        outbox.Add(new SalesChanged([day]));
        outbox.Add(new SaleRecorded(id));
        repeats.Remember(id);
        await write.CommitAsync(cancel);
        return new RecordedSale(id, AlreadyThere: false);
    }

    private async Task<Guid?> FindAsync(Guid channelId, string? externalId, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(externalId)) return null;
        var wanted = externalId.Trim();
        return await db.Sales.Where(sale => sale.ChannelId == channelId && sale.ExternalId == wanted).Select(sale => (Guid?)sale.Id).FirstOrDefaultAsync(cancel);
    }

    private async Task<List<SoldVariant>> VariantsAsync(IReadOnlyList<NewSaleLine> lines, CancellationToken cancel)
    {
        var ids = lines.Where(line => line.VariantId is not null).Select(line => line.VariantId!.Value).Distinct().ToList();
        var keys = lines.Where(line => line.VariantId is null && !string.IsNullOrWhiteSpace(line.Sku)).Select(line => Variant.KeyOf(line.Sku!)).Distinct().ToList();
        if (ids.Count == 0 && keys.Count == 0) return [];
        return await db.Variants.AsNoTracking().Where(variant => ids.Contains(variant.Id) || keys.Contains(variant.SkuKey))
            .Join(db.Products, variant => variant.ProductId, product => product.Id,
                (variant, product) => new SoldVariant(variant.Id, variant.SkuKey, product.Name, variant.Title, variant.Price))
            .ToListAsync(cancel);
    }

    private (DateTimeOffset At, DateOnly Day, byte? Hour) WhenOf(NewSale input)
    {
        var zone = shop.Facts.Zone;
        if (input.Day is { } day) return (zone.InstantOf(day.ToDateTime(TimeOnly.MinValue)), day, null);
        var at = (input.SoldAt ?? time.GetUtcNow()).ToUniversalTime();
        return (at, zone.DayOf(at), zone.HourOf(at));
    }

    private Sale SaleOf(
        Guid id, NewSale input, IReadOnlyList<SaleLines.Priced> lines, Channel channel, Customer? customer, DateTimeOffset at, DateOnly day, byte? hour)
    {
        var summary = SaleLines.Summarize(lines.Select(line => (line.Title, line.Quantity)));
        return new Sale
        {
            Id = id,
            ShopId = shop.Id,
            ChannelId = channel.Id,
            ExternalId = string.IsNullOrEmpty(input.ExternalId) ? null : input.ExternalId.Trim(),
            SoldAt = at,
            Day = day,
            Hour = hour,
            CustomerId = customer?.Id,
            Units = lines.Sum(line => line.Quantity),
            Gross = lines.Sum(line => line.Gross),
            Discounts = lines.Sum(line => line.Discount) + input.OrderDiscount,
            OrderDiscount = input.OrderDiscount,
            Shipping = input.Shipping,
            ShippingDiscount = input.ShippingDiscount,
            Tax = input.Tax,
            MarketplaceTax = input.MarketplaceTax,
            CostOfGoods = lines.Sum(line => line.Cost),
            Summary = summary,
            Search = SearchText.Of(input.ExternalId, summary, customer?.Name, customer?.Email).UpTo(Sale.LongestSearch),
            Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(),
            RecordedAt = time.GetUtcNow(),
            RecordedBy = shop.Actor.UserId,
            RecordedThrough = shop.Actor.Through,
        };
    }
}

/// <summary>What a sale needs to know of a variant.</summary>
/// <param name="Id">The variant.</param>
/// <param name="SkuKey">Its code as it is compared.</param>
/// <param name="Product">The product's name.</param>
/// <param name="Title">What sets the variant apart.</param>
/// <param name="Price">Its price.</param>
public sealed record SoldVariant(Guid Id, string SkuKey, string Product, string Title, long Price);
