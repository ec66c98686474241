using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>What recording a sale takes; amounts are minor units of its currency, positive.</summary>
/// <param name="Channel">Where it comes from, such as “Etsy”; a new name makes a new channel.</param>
/// <param name="ExternalId">What the channel calls it; the same one again is the same sale.</param>
/// <param name="SoldAt">When it was placed; nothing and no day: now.</param>
/// <param name="Day">The business day, where only that is known.</param>
/// <param name="Currency">What the amounts are in; nothing: the shop's own.</param>
/// <param name="Customer">Who bought, where that is known.</param>
/// <param name="Lines">What was sold, at least one line.</param>
/// <param name="OrderDiscount">Taken off the whole order; shared over the lines by largest remainder.</param>
/// <param name="Shipping">Shipping charged.</param>
/// <param name="ShippingDiscount">Taken off the shipping.</param>
/// <param name="Tax">Own tax collected.</param>
/// <param name="MarketplaceTax">Tax that the marketplace collects and remits.</param>
/// <param name="Fees">What others keep.</param>
/// <param name="Note">A word to oneself.</param>
/// <param name="ExchangeRate">In another currency than the shop's: what one unit of it was worth in the shop's, as a decimal number or text.</param>
/// <param name="PaidBy">How it was paid, where that is known.</param>
/// <param name="Location">Where its pieces come from, such as the fair it was sold at, by id or name; nothing: the usual place.</param>
public sealed record NewSale(
    string? Channel,
    string? ExternalId = null,
    DateTimeOffset? SoldAt = null,
    DateOnly? Day = null,
    string? Currency = null,
    NewCustomer? Customer = null,
    IReadOnlyList<NewSaleLine>? Lines = null,
    long OrderDiscount = 0,
    long Shipping = 0,
    long ShippingDiscount = 0,
    long Tax = 0,
    long MarketplaceTax = 0,
    IReadOnlyList<NewFee>? Fees = null,
    string? Note = null,
    ExchangeRate? ExchangeRate = null,
    PaymentMethod? PaidBy = null,
    string? Location = null)
{
    /// <summary>The same with what the page that corrects a sale does not ask for: number, rate, fees, what a marketplace did.</summary>
    public NewSale InPlaceOf(SaleDetails wrong) => this with
    {
        ExternalId = string.Equals(Channel?.Trim(), wrong.Channel, StringComparison.OrdinalIgnoreCase) ? wrong.ExternalId : null,
        Currency = wrong.Original?.Currency,
        ExchangeRate = wrong.Original?.ExchangeRate,
        Customer = Customer ?? (wrong.Customer is { Email: null, ExternalId: { } known } ? new NewCustomer(ExternalId: known) : null),
        ShippingDiscount = Math.Min(Shipping, wrong.Original?.ShippingDiscount ?? wrong.ShippingDiscount),
        MarketplaceTax = wrong.Original?.MarketplaceTax ?? wrong.MarketplaceTax,
        Fees = [.. wrong.Fees.Select(fee => new NewFee(fee.Type, fee.OriginalAmount ?? fee.Amount))],
    };
}

/// <summary>One line: a variant by code or id, or a free title; without a unit price the variant's own.</summary>
public sealed record NewSaleLine(string? Sku = null, Guid? VariantId = null, string? Title = null, long Quantity = 1, long? UnitPrice = null, long Discount = 0);

/// <summary>A buyer, known by e-mail or by the channel's identity.</summary>
public sealed record NewCustomer(
    string? Email = null, string? Name = null, string? Country = null, string? Region = null, string? City = null, string? Postcode = null, string? ExternalId = null);

/// <summary>A fee by type; with what the channel calls it, where that is known, so that its file does not bring it again.</summary>
public sealed record NewFee(string? Type, long Amount, string? ExternalId = null);

/// <summary>What recording made.</summary>
/// <param name="Id">The sale.</param>
/// <param name="Day">The business day it counts on.</param>
/// <param name="AlreadyThere">Whether it had been recorded before.</param>
public sealed record RecordedSale(Guid Id, DateOnly Day, bool AlreadyThere)
{
    /// <summary>What was written, where it was written now.</summary>
    public WrittenSale? Written { get; init; }
}
