using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>How far the facts of a shop are moved to the days of its new clock, after its time zone was changed.</summary>
public sealed class ClockMove : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The time zone it had, by its IANA name.</summary>
    public required string FromZone { get; set; }

    /// <summary>The time zone it has.</summary>
    public required string ToZone { get; set; }

    /// <summary>When it was changed.</summary>
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>The first day that has something to move; nothing until that is known.</summary>
    public DateOnly? First { get; set; }

    /// <summary>The last day that has.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>The day before which all is moved.</summary>
    public DateOnly? Next { get; set; }

    /// <summary>When all was moved; nothing while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How much is done, from 0 to 1.</summary>
    public double Share => FinishedAt is not null ? 1
        : First is { } first && Last is { } last && Next is { } next ? (double)(next.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber + 1)
        : 0;
}
