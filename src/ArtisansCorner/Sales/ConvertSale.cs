using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>
/// Says in the shop's currency what a sale in another comes to, so that its parts sum to the whole.
/// <para>
/// What the sale comes to (lines after discounts + shipping after its discount + own tax) is converted once, rounded half away from zero,
/// and shared by largest remainder over the lines, the shipping and the tax in proportion to what each was in the sale's currency.
/// Each line's discount and the order's discount are converted alone, the latter shared over the lines by largest remainder; a line's gross is what
/// it comes to and its discounts together, so that one given away stays given away. The shipping's discount and the marketplace's tax are converted
/// alone. Fees that are kept are converted together and shared likewise, and so are those that are given back.
/// </para>
/// </summary>
public static class ConvertSale
{
    // Sums of so many minor units still fit into every total of a shop.

    /// <summary>Whether the sale's amounts are in another currency than the shop's.</summary>
    public static bool IsNeeded(NewSale sale, Currency shop) => sale.Currency is not null && Currency.TryOf(sale.Currency) != shop;

    /// <summary>The sale and its lines in the shop's currency, each line beside what it was; or why that cannot be said.</summary>
    public static (NewSale Sale, IReadOnlyList<SaleLines.Priced> Lines, List<Problem> Problems) Run(NewSale sale, IReadOnlyList<SaleLines.Priced> lines, Currency shop)
    {
        var (from, rate, fits) = (Currency.Of(sale.Currency!), sale.ExchangeRate!.Value, true);
        var total = lines.Sum(NetOf) + sale.Shipping - sale.ShippingDiscount + sale.Tax;
        var shares = LargestRemainder.Split(Converted(total), [.. lines.Select(NetOf), sale.Shipping - sale.ShippingDiscount, sale.Tax]);
        var (orderDiscount, shippingDiscount) = (Converted(sale.OrderDiscount), Converted(sale.ShippingDiscount));
        var discounts = LargestRemainder.Split(orderDiscount, [.. lines.Select(line => line.OrderDiscountShare)]);
        var counted = lines.Index().Select(line => InShopCurrency(line.Item, shares[line.Index], discounts[line.Index])).ToList();
        var converted = sale with
        {
            OrderDiscount = orderDiscount,
            Shipping = shares[^2] + shippingDiscount,
            ShippingDiscount = shippingDiscount,
            Tax = shares[^1],
            MarketplaceTax = Converted(sale.MarketplaceTax),
            Fees = FeesOf(sale.Fees ?? []),
        };
        return fits ? (converted, counted, []) : (sale, [], [new("sale_too_large", "At this rate it is more than one sale can be.", nameof(sale.ExchangeRate))]);

        SaleLines.Priced InShopCurrency(SaleLines.Priced line, long net, long share)
        {
            var discount = Converted(line.Discount);
            return line with
            {
                UnitPrice = Converted(line.UnitPrice),
                Gross = net + discount + share,
                Discount = discount,
                OrderDiscountShare = share,
                Original = new(line.UnitPrice, line.Discount, line.OrderDiscountShare),
            };
        }

        List<NewFee> FeesOf(IReadOnlyList<NewFee> fees)
        {
            var kept = LargestRemainder.Split(Converted(fees.Sum(fee => Math.Max(fee.Amount, 0))), [.. fees.Select(fee => Math.Max(fee.Amount, 0))]);
            var back = LargestRemainder.Split(Converted(fees.Sum(fee => Math.Max(-fee.Amount, 0))), [.. fees.Select(fee => Math.Max(-fee.Amount, 0))]);
            return [.. fees.Select((fee, i) => fee with { Amount = kept[i] - back[i] })];
        }

        long Converted(long minor)
        {
            if (rate.Convert(minor, from, shop) is { } amount and <= Amounts.MostTogether) return amount;
            fits = false;
            return 0;
        }
    }

    private static long NetOf(SaleLines.Priced line) => line.Gross - line.Discount - line.OrderDiscountShare;
}
