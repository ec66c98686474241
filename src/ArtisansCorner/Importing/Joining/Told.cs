using System.Text.Json;
using System.Text.Json.Serialization;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Joining;

/// <summary>What one row of a channel's file says. Amounts are minor units.</summary>
[JsonDerivedType(typeof(ToldOrder), "order")]
[JsonDerivedType(typeof(ToldItem), "item")]
[JsonDerivedType(typeof(ToldPayment), "payment")]
[JsonDerivedType(typeof(ToldEntry), "entry")]
[JsonDerivedType(typeof(ToldDeposit), "deposit")]
internal abstract record Told
{
    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>It as it is kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Short);

    /// <summary>It as it was kept.</summary>
    public static Told Of(string json) => JsonSerializer.Deserialize<Told>(json, Short)!;
}

/// <summary>A whole order.</summary>
/// <param name="Pieces">How many pieces.</param>
/// <param name="Value">Its pieces before discounts.</param>
/// <param name="Discount">What was taken off them.</param>
/// <param name="Shipping">Shipping, what was taken off it already gone.</param>
/// <param name="ShippingDiscount">What was taken off the shipping.</param>
/// <param name="Total">What the buyer paid, tax of the marketplace included.</param>
/// <param name="ProcessingFee">What processing the payment cost.</param>
/// <param name="Net">What is left of it for the shop before other fees, gift wrap included.</param>
/// <param name="Sku">The codes of its pieces.</param>
/// <param name="Buyer">Who bought.</param>
internal sealed record ToldOrder(long Pieces, long Value, long Discount, long Shipping, long ShippingDiscount, long? Total, long? ProcessingFee, long? Net, string? Sku, ToldBuyer Buyer) : Told;

/// <summary>One thing of an order.</summary>
/// <param name="Sku">Its code.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">The price of one.</param>
/// <param name="Gross">Price × quantity.</param>
/// <param name="Discount">What was taken off.</param>
/// <param name="Shipping">The shipping of the whole order.</param>
/// <param name="Tax">The marketplace's tax on the whole order.</param>
/// <param name="Vat">The marketplace's tax on this thing.</param>
/// <param name="Buyer">Who bought.</param>
internal sealed record ToldItem(string? Sku, string Title, long Quantity, long UnitPrice, long Gross, long Discount, long Shipping, long Tax, long Vat, ToldBuyer Buyer) : Told;

/// <summary>A payment of an order.</summary>
/// <param name="Gross">What came in, without the marketplace's tax.</param>
/// <param name="Fees">What processing it cost.</param>
/// <param name="Refunded">What of it was given back by now; the file does not say when.</param>
/// <param name="AsOf">The last day that the file knows.</param>
/// <param name="Buyer">Who paid.</param>
internal sealed record ToldPayment(long Gross, long Fees, long Refunded, DateOnly AsOf, ToldBuyer Buyer) : Told;

/// <summary>A line of the channel's account.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FeeType">Which fee, where it is one.</param>
/// <param name="Title">What the channel says it is for.</param>
/// <param name="Net">What it does to the balance.</param>
internal sealed record ToldEntry(EntryKind Kind, string? FeeType, string Title, long Net) : Told;

/// <summary>Money that was sent.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Account">The last digits of the account it went to.</param>
internal sealed record ToldDeposit(long Amount, string? Account) : Told;

/// <summary>What a row says of a buyer.</summary>
/// <param name="User">Who that is to the channel.</param>
/// <param name="Name">Their name.</param>
/// <param name="Country">Their country.</param>
/// <param name="Region">Their state, county or province.</param>
/// <param name="City">Their town.</param>
/// <param name="Postcode">Their postcode.</param>
internal sealed record ToldBuyer(string? User, string? Name, string? Country = null, string? Region = null, string? City = null, string? Postcode = null);
