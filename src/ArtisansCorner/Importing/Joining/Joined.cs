using System.Text.Json;
using System.Text.Json.Serialization;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Joining;

/// <summary>One row that is known of a key.</summary>
/// <param name="Number">What it is told apart by.</param>
/// <param name="Day">The business day that it tells.</param>
/// <param name="ImportId">The import that told it.</param>
/// <param name="Told">What it says.</param>
internal sealed record KnownRow(string Number, DateOnly Day, Guid ImportId, Told Told);

/// <summary>What all rows of one key come to.</summary>
/// <param name="Sale">The sale; nothing while no row tells what was sold.</param>
/// <param name="Refunds">What was given back of it.</param>
/// <param name="Fees">What the channel kept.</param>
/// <param name="Entries">The lines of its account.</param>
/// <param name="Payout">The money it sent.</param>
internal sealed record Joined(JoinedSale? Sale, IReadOnlyList<JoinedRefund> Refunds, IReadOnlyList<JoinedFee> Fees, IReadOnlyList<JoinedEntry> Entries, JoinedPayout? Payout)
{
    /// <summary>What no rows come to.</summary>
    public static readonly Joined Nothing = new(null, [], [], [], null);

    /// <summary>Whether sale and refunds are the same, whoever told them.</summary>
    public bool SellsTheSameAs(Joined other) => JsonSerializer.Serialize((Sale, Refunds), Whole) == JsonSerializer.Serialize((other.Sale, other.Refunds), Whole);

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };
}

/// <summary>A sale that was put together.</summary>
internal sealed record JoinedSale(
    DateOnly Day, ToldBuyer Buyer, IReadOnlyList<JoinedLine> Lines, long OrderDiscount, long Shipping, long ShippingDiscount, long MarketplaceTax, [property: JsonIgnore] Guid ImportId)
{
    /// <summary>Its pieces and gift wrap before discounts.</summary>
    [JsonIgnore]
    public long Gross => Lines.Sum(line => line.Gross);

    /// <summary>Its pieces and gift wrap after discounts.</summary>
    [JsonIgnore]
    public long Goods => Gross - Lines.Sum(line => line.Discount) - OrderDiscount;

    /// <summary>What the shop gets of it before fees.</summary>
    [JsonIgnore]
    public long Paid => Goods + Shipping - ShippingDiscount;
}

/// <summary>One line of it.</summary>
internal sealed record JoinedLine(string? Sku, string Title, long Quantity, long UnitPrice, long Gross, long Discount);

/// <summary>What was given back on one day.</summary>
internal sealed record JoinedRefund(string Number, DateOnly Day, IReadOnlyList<JoinedLine> Lines, long Shipping, long MarketplaceTax, [property: JsonIgnore] Guid ImportId);

/// <summary>A fee, numbered alike whichever file tells it.</summary>
internal sealed record JoinedFee(string Number, string Type, long Amount, DateOnly Day, Guid ImportId);

/// <summary>A line of the account.</summary>
internal sealed record JoinedEntry(string Number, EntryKind Kind, string Title, long Net, DateOnly Day, Guid ImportId);

/// <summary>Money that was sent.</summary>
internal sealed record JoinedPayout(DateOnly Day, long Amount, string? Account, Guid ImportId);
