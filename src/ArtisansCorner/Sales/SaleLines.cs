using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>Prices the lines of a sale, shares the order's discount over them, and says in a few words what was sold.</summary>
public static class SaleLines
{
    private const int LongestSummary = 300;

    /// <summary>The lines, or everything that is wrong with them.</summary>
    public static (IReadOnlyList<Priced> Lines, List<Problem> Problems) Of(NewSale sale, IReadOnlyList<SoldVariant> variants, Currency shop)
    {
        var foreign = ConvertSale.IsNeeded(sale, shop);
        List<Problem> problems = [];
        List<Priced> lines = [];
        foreach (var (index, line) in sale.Lines!.Index())
        {
            var variant = Find(line, variants);
            if (variant is null && (line.VariantId is not null || !string.IsNullOrWhiteSpace(line.Sku))) problems.Add(Unknown(line, index));
            // A variant's own price is in the shop's currency.
            var price = line.UnitPrice ?? (foreign ? null : variant?.Price);
            if (price is null && problems.Count == 0) problems.Add(new("price_missing", foreign ? $"What did one cost, in {sale.Currency!.Trim().ToUpperInvariant()}?" : "What did one cost?", $"Lines[{index}].UnitPrice"));
            if (problems.Count > 0) continue;
            var gross = (Int128)price!.Value * line.Quantity;
            if (gross > Amounts.MostTogether || lines.Aggregate(gross, (sum, other) => sum + other.Gross) > Amounts.MostTogether)
                return ([], [new("sale_too_large", "That is more than one sale can be.", $"Lines[{index}].Quantity")]);
            if (line.Discount > gross) problems.Add(new("discount_too_large", "More was taken off than it cost.", $"Lines[{index}].Discount"));
            lines.Add(new Priced(variant?.Id, TitleOf(line, variant), line.Quantity, price.Value, (long)gross, line.Discount));
        }

        if (problems.Count > 0) return ([], problems);
        if (sale.OrderDiscount > lines.Sum(line => line.Gross - line.Discount))
            return ([], [new("order_discount_too_large", "More was taken off than the order comes to.", nameof(sale.OrderDiscount))]);
        var shares = LargestRemainder.Split(sale.OrderDiscount, [.. lines.Select(line => line.Gross - line.Discount)]);
        foreach (var (index, line) in lines.Index()) line.OrderDiscountShare = shares[index];
        return (lines, problems);
    }

    /// <summary>“Speckled mug × 2, Saucer”.</summary>
    public static string Summarize(IEnumerable<(string Title, long Quantity)> lines)
    {
        var text = string.Join(", ", lines.Select(line => line.Quantity <= 1 ? line.Title : $"{line.Title} × {line.Quantity}"));
        return text.Length <= LongestSummary ? text : text.UpTo(LongestSummary - 1) + "…";
    }

    private static SoldVariant? Find(NewSaleLine line, IReadOnlyList<SoldVariant> variants) => line.VariantId is { } id
        ? variants.FirstOrDefault(variant => variant.Id == id)
        : string.IsNullOrWhiteSpace(line.Sku) ? null : variants.FirstOrDefault(variant => variant.SkuKey == Variant.KeyOf(line.Sku));

    private static Problem Unknown(NewSaleLine line, int index) => line.VariantId is not null
        ? new("unknown_variant", "There is no such product.", $"Lines[{index}].VariantId")
        : new("unknown_sku", $"No product has the code “{line.Sku!.Trim()}”.", $"Lines[{index}].Sku");

    private static string TitleOf(NewSaleLine line, SoldVariant? variant) => !string.IsNullOrWhiteSpace(line.Title)
        ? line.Title.Trim()
        : variant!.Title.Length == 0 ? variant.Product : $"{variant.Product}, {variant.Title}".UpTo(300);

    /// <summary>A line with everything that can be said of it before it is written. Amounts are minor units.</summary>
    /// <param name="VariantId">What was sold, where the catalog knows it.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Quantity">How many.</param>
    /// <param name="UnitPrice">The price of one.</param>
    /// <param name="Gross">Price × quantity.</param>
    /// <param name="Discount">The line's own discount.</param>
    public sealed record Priced(Guid? VariantId, string Title, long Quantity, long UnitPrice, long Gross, long Discount)
    {
        /// <summary>The line's id, which is also that of the movement that takes its pieces out of stock.</summary>
        public Guid Id { get; } = Guid.CreateVersion7();

        /// <summary>Its share of the order's discount.</summary>
        public long OrderDiscountShare { get; set; }

        /// <summary>What the pieces had cost.</summary>
        public long Cost { get; set; }

        /// <summary>What the line was in the sale's own currency, where that is another than the shop's.</summary>
        public OriginalLine? Original { get; init; }

        /// <summary>The line as a row.</summary>
        public SaleLine ToRow(Guid shopId, Guid saleId, int ordinal, DateOnly day) => new()
        {
            Id = Id,
            ShopId = shopId,
            SaleId = saleId,
            Ordinal = ordinal,
            Day = day,
            VariantId = VariantId,
            Title = Title,
            Quantity = Quantity,
            UnitPrice = UnitPrice,
            Gross = Gross,
            Discount = Discount,
            OrderDiscountShare = OrderDiscountShare,
            Cost = Cost,
            OriginalUnitPrice = Original?.UnitPrice,
            OriginalDiscount = Original?.Discount,
            OriginalOrderDiscountShare = Original?.OrderDiscountShare,
        };
    }

    /// <summary>What a line was in the sale's own currency.</summary>
    public sealed record OriginalLine(long UnitPrice, long Discount, long OrderDiscountShare);
}
