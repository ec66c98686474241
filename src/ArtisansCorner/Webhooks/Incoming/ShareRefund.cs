using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Says a platform's refund in terms of the sale it is about.</summary>
internal static class ShareRefund
{
    /// <summary>The refund, or nothing when nothing is left to give back.</summary>
    public static NewRefund? Of(SaleDetails sale, ToldRefund told) =>
        told.Whole is null && Match(sale, told) is { } lines
            ? new NewRefund(
                lines, told.At, Shipping: Math.Min(told.Shipping, ShippingLeft(sale)), Tax: Math.Min(told.Tax, TaxLeft(sale)), Restock: told.Restock, ExternalId: told.Number)
            : Share(sale, told, told.Whole ?? told.Lines.Sum(line => line.Amount) + told.Shipping + told.Tax);

    /// <summary>The lines of the sale that came back, by code or title; nothing when one of them is not among them.</summary>
    private static List<NewRefundLine>? Match(SaleDetails sale, ToldRefund told)
    {
        List<NewRefundLine> lines = [];
        foreach (var back in told.Lines)
        {
            var line = sale.Lines.FirstOrDefault(line => !lines.Exists(taken => taken.LineId == line.Id) && line.QuantityLeft >= back.Quantity && IsSame(line, back));
            if (line is null || back.Quantity < 0 || back.Amount < 0) return null;
            lines.Add(new NewRefundLine(line.Id, back.Quantity, Math.Min(back.Amount, line.AmountLeft)));
        }

        return lines;
    }

    private static bool IsSame(SaleLineItem line, ToldReturn back) =>
        (back.Sku is not null && string.Equals(line.Sku, back.Sku, StringComparison.OrdinalIgnoreCase)) || (back.Title is not null && line.Title == back.Title) || (line.VariantId is null && line.Title == back.Sku);

    /// <summary>
    /// Where only an amount is told, it is shared over all that is left, shipping and tax among it, by largest remainder;
    /// pieces count as come back only when everything is given back.
    /// </summary>
    private static NewRefund? Share(SaleDetails sale, ToldRefund told, long whole)
    {
        long[] left = [.. sale.Lines.Select(line => line.AmountLeft), ShippingLeft(sale), TaxLeft(sale)];
        var all = left.Sum();
        if (whole <= 0 || all <= 0) return null;
        var parts = LargestRemainder.Split(Math.Min(whole, all), left);
        var lines = sale.Lines.Select((line, at) => new NewRefundLine(line.Id, whole >= all ? line.QuantityLeft : 0, parts[at])).Where(line => line is not { Quantity: 0, Amount: 0 });
        return new NewRefund([.. lines], told.At, Shipping: parts[^2], Tax: parts[^1], Restock: told.Restock, ExternalId: told.Number);
    }

    private static long ShippingLeft(SaleDetails sale) => sale.Shipping - sale.ShippingDiscount - sale.Refunds.Sum(refund => refund.Shipping);

    private static long TaxLeft(SaleDetails sale) => sale.Tax - sale.Refunds.Sum(refund => refund.Tax);
}
