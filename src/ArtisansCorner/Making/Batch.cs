using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Making;

/// <summary>One run at the bench: what was made by which recipe, and what it cost on that day. What it used lies in the stock ledger, caused by it.</summary>
public sealed class Batch : IBelongsToShop
{
    /// <summary>No note is longer.</summary>
    public const int LongestNote = 500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The version of the recipe.</summary>
    public required Guid RecipeVersionId { get; init; }

    /// <summary>What was made.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many good pieces, or grains of a material.</summary>
    public required long Quantity { get; init; }

    /// <summary>How many were spoiled; what they used was used all the same.</summary>
    public required long Wasted { get; init; }

    /// <summary>The minutes of work.</summary>
    public required int LaborMinutes { get; init; }

    /// <summary>The work, in minor units.</summary>
    public required long LaborCost { get; init; }

    /// <summary>Rent, power and the like, in minor units.</summary>
    public required long OverheadCost { get; init; }

    /// <summary>Whether the work is part of what the pieces are worth on the shelf.</summary>
    public required bool LaborIsValued { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the maker wants to remember.</summary>
    public string? Note { get; init; }

    /// <summary>The sale that a kit was put together for; nothing for what was made to lie on the shelf.</summary>
    public Guid? SaleId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }

    /// <summary>When it was taken back; nothing while it stands.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>What work and studio add to the worth of what was used, in minor units.</summary>
    public long Added => OverheadCost + (LaborIsValued ? LaborCost : 0);
}
