using System.Text.Json.Serialization;
using ArtisansCorner.Catalog;

namespace ArtisansCorner.Inventory;

/// <summary>How an item stands, in a word.</summary>
public enum StockState
{
    /// <summary>Nothing was ever booked in or sold: not counted yet.</summary>
    Uncounted,

    /// <summary>Enough.</summary>
    Ok,

    /// <summary>At or under its threshold.</summary>
    Low,

    /// <summary>None left.</summary>
    Out,

    /// <summary>More sold than booked in.</summary>
    Negative,
}

/// <summary>An item of stock, as lists and the API show it.</summary>
public sealed record StockItem(
    Guid VariantId, Guid ProductId, string Sku, string Product, string Title, long Price, long OnHand, long Available, long Incoming, long Committed, long Threshold, long Value, StockState State, Guid? PhotoId, ProductStatus Status, bool IsMuted, decimal? DaysLeft = null)
{
    /// <summary>Of a kit: how many can be put together of what is there; nothing of anything else.</summary>
    public long? CanMake { get; init; }

    /// <summary>The level of its own; nothing: the shop's usual one.</summary>
    [JsonIgnore]
    public long? OwnThreshold { get; init; }
}

/// <summary>Which items a list shows.</summary>
public enum StockShow
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>At or under their thresholds, those that are out among them.</summary>
    Low,

    /// <summary>Of which none is left.</summary>
    Out,

    /// <summary>Of which more was sold than booked in.</summary>
    Oversold,

    /// <summary>Of which there are some, and none was sold or used in the last 90 days.</summary>
    NotMoving,

    /// <summary>Of which there are enough for half a year at the pace of the last 90 days, of those that move at all.</summary>
    TooMany,

    /// <summary>Those that are offered no more; all others leave them out.</summary>
    Retired,
}

/// <summary>Which items a list shows; filters stack.</summary>
/// <param name="Search">Only those whose product, title or code contain each of the words.</param>
/// <param name="Show">Only those that stand like this.</param>
/// <param name="Category">Only those of products of this category.</param>
/// <param name="Tag">Only those of products with this tag.</param>
/// <param name="Maker">Only those of products by this maker.</param>
/// <param name="Location">Only what lies, or lay, in this place, with how many pieces there are in it.</param>
public sealed record StockFilter(string? Search = null, StockShow Show = StockShow.All, string? Category = null, string? Tag = null, Guid? Maker = null, Guid? Location = null);
