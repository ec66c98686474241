using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What a refund takes; amounts are minor units, positive.</summary>
/// <param name="Lines">What comes back; may be empty when only shipping or tax is given back.</param>
/// <param name="RefundedAt">When; nothing and no day: now.</param>
/// <param name="Day">The business day, where only that is known.</param>
/// <param name="Shipping">Shipping given back.</param>
/// <param name="Tax">Own tax given back.</param>
/// <param name="MarketplaceTax">Tax that the marketplace gives back.</param>
/// <param name="Restock">Whether the pieces go back on the shelf.</param>
/// <param name="ExternalId">What the channel calls it.</param>
/// <param name="Currency">What the amounts are in: the shop's currency, or the one the sale was placed in, which then counts at the sale's own rate; nothing: the shop's.</param>
public sealed record NewRefund(
    IReadOnlyList<NewRefundLine>? Lines = null, DateTimeOffset? RefundedAt = null, DateOnly? Day = null,
    long Shipping = 0, long Tax = 0, long MarketplaceTax = 0, bool Restock = false, string? ExternalId = null,
    string? Currency = null);

/// <summary>What comes back of one line; without an amount, what was paid for so many.</summary>
public sealed record NewRefundLine(Guid LineId, long Quantity, long? Amount = null);

/// <summary>Writes a refund or a cancellation as a fact of its own day; the sale stays as it was. Never more comes back than was sold.</summary>
public sealed class RefundSale(AppDb db, CurrentShop shop, StockLedger stock, Outbox outbox, Repeats repeats, TimeProvider time)
{
    /// <summary>The refund's id, or everything that is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid saleId, NewRefund input, CancellationToken cancel)
    {
        List<Problem> problems =
        [
            .. SaleRules.CheckTime(input.RefundedAt, input.Day, nameof(input.RefundedAt), shop.Facts, time.GetUtcNow()),
            .. SaleRules.CheckMoney(input.Shipping, nameof(input.Shipping)),
            .. SaleRules.CheckMoney(input.Tax, nameof(input.Tax)),
            .. SaleRules.CheckMoney(input.MarketplaceTax, nameof(input.MarketplaceTax)),
        ];
        if (input.ExternalId?.Length > 200) problems.Add(new("external_id_invalid", "A number has at most 200 characters.", nameof(input.ExternalId)));
        return problems.Count > 0 ? Task.FromResult<Outcome<Guid>>(problems) : db.TryAgainAsync(() => TryAsync(saleId, input, RefundKind.Refund, cancel));
    }

    /// <summary>Calls the whole sale off: everything not yet given back comes back today. A sale is cancelled once.</summary>
    public Task<Outcome<Guid>> CancelAsync(Guid saleId, bool restock, CancellationToken cancel) =>
        db.TryAgainAsync(() => TryAsync(saleId, new NewRefund(Restock: restock), RefundKind.Cancellation, cancel));

    private async Task<Outcome<Guid>> TryAsync(Guid saleId, NewRefund input, RefundKind kind, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Takes the row's lock: refunds of one sale follow each other, and each sees what the others left.
        await db.Sales.Where(sale => sale.Id == saleId).ExecuteUpdateAsync(row => row.SetProperty(sale => sale.CustomerId, sale => sale.CustomerId), cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        if (await RefundableSale.FindAsync(db, saleId, cancel) is not { } sale)
            return await CorrectSale.MissingAsync(db, saleId, cancel);
        if (await FindAsync(sale.Sale, input.ExternalId, cancel) is { } known) return known;
        if (sale.IsCancelled) return new Problem("sale_cancelled", "This sale was cancelled already.", Kind: ProblemKind.Conflict);

        if (sale.InShopCurrency(input, shop.Facts.Currency) is not { } counted)
            return new Problem("other_currency", "A refund is given in the shop's currency, or in the one the sale was placed in.", nameof(input.Currency));
        input = counted;
        if (CheckDay(sale.Sale, input) is { } early) return early;
        var (lines, problems) = kind == RefundKind.Cancellation ? (sale.Everything(), []) : sale.Choose(input);
        if (problems.Count > 0) return problems;
        var refund = await WriteAsync(sale, lines, kind == RefundKind.Cancellation ? sale.EverythingOf(input) : input, kind, cancel);
        outbox.Add(new SalesChanged([refund.Day]));
        outbox.Add(new SaleRefunded(saleId, refund.Id));
        repeats.Remember(refund.Id);
        await write.CommitAsync(cancel);
        return refund.Id;
    }

    /// <summary>Nothing comes back before it was sold. What a platform tells by itself is written as it tells it: its order may be here with a day of another clock.</summary>
    private Problem? CheckDay(Sale sale, NewRefund input)
    {
        if (shop.Actor.Through == Through.Webhook || (input.RefundedAt is null && input.Day is null)) return null;
        var day = input.Day ?? shop.Facts.Zone.DayOf(input.RefundedAt!.Value);
        return day < sale.Day && !(input.RefundedAt >= sale.SoldAt)
            ? new Problem("refund_before_sale", $"This was sold on {sale.Day:yyyy-MM-dd}; it cannot be given back before.", input.Day is null ? nameof(input.RefundedAt) : nameof(input.Day))
            : null;
    }

    /// <summary>The refund that the channel already told of under this number; the same number for another sale is a contradiction.</summary>
    private async Task<Outcome<Guid>?> FindAsync(Sale sale, string? externalId, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(externalId)) return null;
        var wanted = externalId.Trim();
        var known = await db.Refunds.Where(refund => refund.ChannelId == sale.ChannelId && refund.ExternalId == wanted)
            .Select(refund => new { refund.Id, refund.SaleId }).FirstOrDefaultAsync(cancel);
        if (known is null) return null;
        return known.SaleId == sale.Id ? known.Id : new Problem("refund_of_another_sale", "A refund of this number belongs to another sale.", nameof(NewRefund.ExternalId), ProblemKind.Conflict);
    }

    private async Task<Refund> WriteAsync(RefundableSale sale, IReadOnlyList<RefundableSale.Part> parts, NewRefund input, RefundKind kind, CancellationToken cancel)
    {
        var (zone, now, id) = (shop.Facts.Zone, time.GetUtcNow(), Guid.CreateVersion7());
        var at = input.Day is { } given ? zone.InstantOf(given.ToDateTime(TimeOnly.MinValue)) : (input.RefundedAt ?? now).ToUniversalTime();
        var day = input.Day ?? zone.DayOf(at);
        if (input.Restock)
        {
            // Back to where they were sold, unless nothing is kept there any more.
            var shelf = sale.Sale.LocationId is not { } place ? null
                : await db.Locations.Where(row => row.Id == place && row.PutAwayAt == null).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);
            var moving = parts.Where(part => part.Line.VariantId is not null).ToList();
            var values = await stock.MoveAsync(
                [.. moving.Select(part =>
                    new NewMovement(part.Line.VariantId!.Value, part.Quantity, StockReason.Returned, at, day, CauseId: id, Cost: (long)((Int128)part.Line.Cost * part.Quantity / part.Line.Quantity), LocationId: shelf, ReturnsId: part.Line.Id, Id: part.Id))],
                cancel);
            foreach (var (part, worth) in moving.Zip(values)) part.Cost = worth.Value + worth.TrueUp;
        }

        var refund = new Refund
        {
            Id = id,
            ShopId = shop.Id,
            SaleId = sale.Sale.Id,
            Number = sale.NextRefund,
            ChannelId = sale.Sale.ChannelId,
            ExternalId = string.IsNullOrWhiteSpace(input.ExternalId) ? null : input.ExternalId.Trim(),
            Kind = kind,
            CustomerId = sale.Sale.CustomerId,
            RefundedAt = at,
            Day = day,
            Units = parts.Sum(part => part.Quantity),
            Goods = parts.Sum(part => part.Amount),
            Shipping = input.Shipping,
            Tax = input.Tax,
            MarketplaceTax = input.MarketplaceTax,
            CostOfGoods = parts.Sum(part => part.Cost),
            Restocked = input.Restock,
            RecordedAt = now,
            RecordedBy = shop.Actor.UserId,
            RecordedThrough = shop.Actor.Through,
        };
        db.Refunds.Add(refund);
        db.RefundLines.AddRange(parts.Select(part => new RefundLine
        {
            Id = part.Id,
            ShopId = shop.Id,
            RefundId = id,
            SaleLineId = part.Line.Id,
            Day = day,
            VariantId = part.Line.VariantId,
            Title = part.Line.Title,
            Quantity = part.Quantity,
            Amount = part.Amount,
            Cost = part.Cost,
        }));
        return refund;
    }
}
