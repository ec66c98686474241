using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>A sale as the buyer gets it, on paper and by e-mail: in the currency it was paid in, without what it cost or left.</summary>
/// <param name="Shop">Who sold.</param>
/// <param name="When">When it was sold, in full.</param>
/// <param name="Number">What it is called: the order's number, or the end of the sale's id.</param>
/// <param name="Buyer">Who bought, where that is known by name.</param>
/// <param name="Warning">What became of it, when it counts no more.</param>
/// <param name="Lines">What was sold.</param>
/// <param name="Sums">What was taken off or came on top, in order.</param>
/// <param name="PaidWords">How it was paid: “Paid in cash”.</param>
/// <param name="Paid">What was paid.</param>
/// <param name="GivenBack">What was given back since, in the shop's currency; nothing when nothing was.</param>
public sealed record Receipt(
    string Shop, string When, string Number, string? Buyer, string? Warning, IReadOnlyList<ReceiptLine> Lines, IReadOnlyList<ReceiptSum> Sums, string PaidWords, Money Paid, Money? GivenBack)
{
    /// <summary>The last words of every receipt.</summary>
    public const string Thanks = "Thank you for buying what is made by hand.";

    /// <summary>The receipt of a sale.</summary>
    public static Receipt Of(SaleDetails sale, ShopFacts shop)
    {
        var currency = Currency.Of(sale.Original?.Currency ?? sale.Currency);
        var (off, shipping, tax, paid) = sale.Original is { } original
            ? (original.Discounts, original.Shipping - original.ShippingDiscount, original.Tax + original.MarketplaceTax, original.Total + original.MarketplaceTax)
            : (sale.Discounts, sale.Shipping - sale.ShippingDiscount, sale.Tax + sale.MarketplaceTax, sale.Total + sale.MarketplaceTax);
        var back = sale.Refunds.Sum(refund => refund.Goods + refund.Shipping + refund.Tax + refund.MarketplaceTax);
        return new Receipt(
            shop.Name,
            WhenWords.InFull(sale.SoldAt, sale.Day, sale.TimeKnown, shop.Zone),
            OrderNumber.Shown(sale.ExternalId) ?? sale.Id.ToString("N")[^8..].ToUpperInvariant(),
            sale.Customer?.Name,
            sale.State switch { SaleState.Cancelled => "This sale was cancelled.", SaleState.Corrected => "This receipt was replaced by another.", _ => null },
            [.. sale.Lines.Select(LineOf)],
            [.. ((ReceiptSum[])[new("Discounts", MoneyOf(-off)), new("Shipping", MoneyOf(shipping)), new("Tax", MoneyOf(tax))]).Where(sum => sum.Amount.Minor != 0)],
            "Paid" + (sale.PaidBy switch { PaymentMethod.Cash => " in cash", PaymentMethod.Card => " by card", _ => "" }),
            MoneyOf(paid),
            back > 0 ? new Money(-back, shop.Currency) : null);

        Money MoneyOf(long minor) => new(minor, currency);

        ReceiptLine LineOf(SaleLineItem line)
        {
            var price = line.Original?.UnitPrice ?? line.UnitPrice;
            return new ReceiptLine(line.Title, line.Quantity, MoneyOf(price), MoneyOf(line.Original is null ? line.GrossSales : price * line.Quantity));
        }
    }
}

/// <summary>What was sold at one price.</summary>
/// <param name="Title">What.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">For how much each.</param>
/// <param name="Sum">For how much together, before discounts.</param>
public sealed record ReceiptLine(string Title, long Quantity, Money UnitPrice, Money Sum);

/// <summary>What was taken off or came on top.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Amount">How much; what was taken off is negative.</param>
public sealed record ReceiptSum(string Words, Money Amount);
