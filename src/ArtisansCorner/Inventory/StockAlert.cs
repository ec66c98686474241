using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>What an item became; stored by number, worse ones greater.</summary>
public enum AlertKind
{
    /// <summary>At or under its threshold.</summary>
    Low = 1,

    /// <summary>None left.</summary>
    Out = 2,

    /// <summary>More sold than was booked in.</summary>
    Negative = 3,
}

/// <summary>An item became low: raised once, resolved by itself when stock is back, can be snoozed.</summary>
public sealed class StockAlert : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Which item.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>The place where it became so; nothing: in the whole shop.</summary>
    public Guid? LocationId { get; init; }

    /// <summary>What it became; grows worse while the alert is open.</summary>
    public required AlertKind Kind { get; set; }

    /// <summary>How many there were when it was last looked at.</summary>
    public required long OnHand { get; set; }

    /// <summary>The threshold that made it low.</summary>
    public required long Threshold { get; set; }

    /// <summary>When it was raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When stock was back; nothing while it is open. An item has at most one open alert, and one for each place.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    /// <summary>When it was told by e-mail to those who want to hear at once; nothing while that is to be done.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    /// <summary>Until when nobody wants to hear of it.</summary>
    public DateTimeOffset? SnoozedUntil { get; set; }
}
