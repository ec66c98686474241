using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>A sale and what is left of it to give back. Amounts are minor units.</summary>
public sealed class RefundableSale
{
    private readonly IReadOnlyList<SaleLine> lines;
    private readonly ILookup<Guid?, RefundLine> given;
    private readonly IReadOnlyList<Refund> refunds;

    private RefundableSale(Sale sale, IReadOnlyList<SaleLine> lines, IReadOnlyList<Refund> refunds, IEnumerable<RefundLine> given) =>
        (Sale, this.lines, this.refunds, this.given) = (sale, lines, refunds, given.ToLookup(line => line.SaleLineId));

    /// <summary>The sale.</summary>
    public Sale Sale { get; }

    /// <summary>The number of its next refund; one between those it has may be gone.</summary>
    public int NextRefund => refunds.Select(refund => refund.Number).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Whether it was called off.</summary>
    public bool IsCancelled => refunds.Any(refund => refund.Kind == RefundKind.Cancellation);

    /// <summary>The sale of this id, or nothing.</summary>
    public static async Task<RefundableSale?> FindAsync(AppDb db, Guid saleId, CancellationToken cancel)
    {
        if (await db.Sales.AsNoTracking().FirstOrDefaultAsync(row => row.Id == saleId, cancel) is not { } sale) return null;
        var lines = await db.SaleLines.AsNoTracking().Where(line => line.SaleId == saleId).OrderBy(line => line.Ordinal).ToListAsync(cancel);
        var refunds = await db.Refunds.AsNoTracking().Where(refund => refund.SaleId == saleId).ToListAsync(cancel);
        var ids = refunds.Select(refund => refund.Id).ToList();
        var given = ids.Count == 0 ? [] : await db.RefundLines.AsNoTracking().Where(line => ids.Contains(line.RefundId)).ToListAsync(cancel);
        return new RefundableSale(sale, lines, refunds, given);
    }

    /// <summary>Every piece that was not given back yet.</summary>
    public IReadOnlyList<Part> Everything() => [.. lines.Select(line => PartOf(line, QuantityLeft(line), null)).Where(part => part.Quantity > 0 || part.Amount > 0)];

    /// <summary>The same refund, with all shipping and taxes that were not given back yet.</summary>
    public NewRefund EverythingOf(NewRefund input) => input with
    {
        Shipping = Sale.Shipping - Sale.ShippingDiscount - refunds.Sum(refund => refund.Shipping),
        Tax = Sale.Tax - refunds.Sum(refund => refund.Tax),
        MarketplaceTax = Sale.MarketplaceTax - refunds.Sum(refund => refund.MarketplaceTax),
    };

    /// <summary>
    /// The same refund with its amounts in the shop's currency; nothing when they are neither in that nor in the sale's own.
    /// An amount in the sale's currency counts at the sale's rate: as the same part of what the line, the shipping or the tax counted for, rounded
    /// half away from zero, so that all of it is exactly what was counted.
    /// </summary>
    public NewRefund? InShopCurrency(NewRefund input, Currency shop)
    {
        if (input.Currency is null || Currency.TryOf(input.Currency) == shop) return input;
        if (Sale.OriginalCurrency is not { } own || Currency.TryOf(input.Currency) != own) return null;
        var all = EverythingOf(input);
        return input with
        {
            Lines = input.Lines?.Select(wanted => lines.FirstOrDefault(line => line.Id == wanted?.LineId) is { OriginalNet: { } paid } line && wanted is { Amount: { } amount }
                ? wanted with { Amount = PartOf(amount, paid, line.Net, AmountLeft(line)) }
                : wanted!).ToList(),
            Shipping = PartOf(input.Shipping, (Sale.OriginalShipping ?? 0) - (Sale.OriginalShippingDiscount ?? 0), Sale.Shipping - Sale.ShippingDiscount, all.Shipping),
            Tax = PartOf(input.Tax, Sale.OriginalTax ?? 0, Sale.Tax, all.Tax),
            MarketplaceTax = PartOf(input.MarketplaceTax, Sale.OriginalMarketplaceTax ?? 0, Sale.MarketplaceTax, all.MarketplaceTax),
        };
    }

    // Two halves that are both rounded up may be one unit more than is left; more than that is more than was paid.
    private static long PartOf(long amount, long paid, long counted, long left)
    {
        if (amount <= 0) return amount;
        if (amount > paid) return left + 1;
        var part = (long)((2 * (Int128)amount * counted + paid) / (2 * (Int128)paid));
        return part == left + 1 ? left : part;
    }

    /// <summary>The chosen pieces, or why they cannot come back.</summary>
    public (IReadOnlyList<Part> Parts, List<Problem> Problems) Choose(NewRefund input)
    {
        List<Problem> problems = [];
        List<Part> parts = [];
        foreach (var (index, wanted) in (input.Lines ?? []).Index())
        {
            var field = $"Lines[{index}].";
            var line = lines.FirstOrDefault(line => line.Id == wanted?.LineId);
            if (line is null) problems.Add(new("unknown_line", "This line is not in the sale.", field + "LineId"));
            else if (parts.Exists(part => part.Line.Id == line.Id)) problems.Add(new("line_twice", "This line is given twice.", field + "LineId"));
            else if (wanted!.Quantity < 0 || wanted.Quantity > QuantityLeft(line)) problems.Add(new("quantity_out_of_range", $"At most {QuantityLeft(line)} can come back.", field + "Quantity"));
            else if (wanted.Amount is < 0 || wanted.Amount > AmountLeft(line)) problems.Add(new("amount_out_of_range", "More than was paid cannot be given back.", field + "Amount"));
            else parts.Add(PartOf(line, wanted.Quantity, wanted.Amount));
        }

        var all = EverythingOf(input);
        if (input.Shipping > all.Shipping) problems.Add(new("shipping_too_large", "More shipping than was paid cannot be given back.", nameof(input.Shipping)));
        if (input.Tax > all.Tax) problems.Add(new("tax_too_large", "More tax than was collected cannot be given back.", nameof(input.Tax)));
        if (input.MarketplaceTax > all.MarketplaceTax) problems.Add(new("tax_too_large", "More tax than was collected cannot be given back.", nameof(input.MarketplaceTax)));
        if (problems.Count == 0 && parts.All(part => part is { Quantity: 0, Amount: 0 }) && input is { Shipping: 0, Tax: 0, MarketplaceTax: 0 })
            problems.Add(new("nothing_refunded", "Say what is given back.", "Lines"));
        return (parts, problems);
    }

    private long QuantityLeft(SaleLine line) => line.Quantity - given[line.Id].Sum(part => part.Quantity);

    private long AmountLeft(SaleLine line) => line.Net - given[line.Id].Sum(part => part.Amount);

    /// <summary>The last pieces take what is left, so that all parts together are exactly what was paid.</summary>
    private Part PartOf(SaleLine line, long quantity, long? amount)
    {
        var left = QuantityLeft(line);
        var share = quantity == left ? AmountLeft(line) : Math.Min(AmountLeft(line), (long)((Int128)line.Net * quantity / line.Quantity));
        return new Part(line, quantity, amount ?? share);
    }

    /// <summary>What comes back of one line.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Quantity">How many.</param>
    /// <param name="Amount">What is given back for them.</param>
    public sealed record Part(SaleLine Line, long Quantity, long Amount)
    {
        /// <summary>The id of its row, which is also that of the movement that brings its pieces back into stock.</summary>
        public Guid Id { get; } = Guid.CreateVersion7();

        /// <summary>What its pieces cost as they go back on the shelf; nothing while they do not.</summary>
        public long Cost { get; set; }
    }
}
