using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>How a member hears of low stock by e-mail; stored by number.</summary>
public enum AlertMail
{
    /// <summary>Not by e-mail.</summary>
    Never = 0,

    /// <summary>As soon as something becomes low.</summary>
    AtOnce = 1,

    /// <summary>Once in the morning, what is low then.</summary>
    Daily = 2,
}

/// <summary>What a member chose to hear of low stock.</summary>
public sealed class AlertChoice : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>How.</summary>
    public required AlertMail Mail { get; set; }

    /// <summary>The site they chose it on, such as https://corner.example.com: where the links in e-mails lead.</summary>
    public required string Site { get; set; }

    /// <summary>The last business day on which they were told what is low.</summary>
    public DateOnly? ToldOn { get; set; }
}
