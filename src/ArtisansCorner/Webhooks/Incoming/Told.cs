using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>What a platform told of one order, in our words.</summary>
internal sealed record Told
{
    /// <summary>The order's number, by which files and the API name it too.</summary>
    public string? Number { get; init; }

    /// <summary>What else the platform calls it where it does not say the number: Shopify's id, Square's payment.</summary>
    public string? Reference { get; init; }

    /// <summary>The order as a sale; nothing where only what followed is told.</summary>
    public NewSale? Sale { get; init; }

    /// <summary>Whether the order may be paid in parts, of which this is one.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool CalledOff { get; init; }

    /// <summary>What was given back of it.</summary>
    public IReadOnlyList<ToldRefund> Refunds { get; init; } = [];

    /// <summary>Why there is nothing to do, in a sentence.</summary>
    public string? Nothing { get; init; }

    /// <summary>There is nothing to do.</summary>
    public static Told No(string why) => new() { Nothing = why };
}

/// <summary>What was given back. Amounts are minor units.</summary>
/// <param name="Number">What the platform calls it.</param>
/// <param name="At">When.</param>
/// <param name="Lines">What came back, where that is told.</param>
/// <param name="Whole">All that was given back, where only that is told: it is shared over what is left of the order.</param>
/// <param name="Shipping">Shipping given back, beside the lines.</param>
/// <param name="Tax">Own tax given back, beside the lines.</param>
/// <param name="Restock">Whether the pieces went back on the shelf.</param>
internal sealed record ToldRefund(string Number, DateTimeOffset? At, IReadOnlyList<ToldReturn> Lines, long? Whole = null, long Shipping = 0, long Tax = 0, bool Restock = false);

/// <summary>Pieces of one line that came back, and what was given for them.</summary>
internal sealed record ToldReturn(string? Sku, string? Title, long Quantity, long Amount);
