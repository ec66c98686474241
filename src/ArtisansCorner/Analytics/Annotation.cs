using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>A note on a day or a run of days: what happened that the figures do not say, such as a fair or new prices.</summary>
public sealed class Annotation : IBelongsToShop
{
    /// <summary>No note is longer.</summary>
    public const int LongestText = 120;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The first day it is about.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day, included.</summary>
    public required DateOnly To { get; set; }

    /// <summary>What happened.</summary>
    public required string Text { get; set; }

    /// <summary>Counts its changes, so that two people do not overwrite each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>When it was taken away; it can be brought back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The days it is about.</summary>
    public Period Days => new(From, To);
}
