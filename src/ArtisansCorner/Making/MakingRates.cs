using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Making;

/// <summary>What an hour at the bench costs a shop.</summary>
public sealed class MakingRates : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The work of an hour, in minor units.</summary>
    public long LaborPerHour { get; set; }

    /// <summary>Rent, power and the like for an hour, in minor units.</summary>
    public long OverheadPerHour { get; set; }

    /// <summary>Whether work is part of what pieces are worth on the shelf; the owner's own is not, where US tax is paid.</summary>
    public bool LaborIsValued { get; set; } = true;

    /// <summary>Minutes × rate per hour ÷ 60 in minor units, rounded half up.</summary>
    public static long Of(long minutes, long perHour) => (long)(((Int128)minutes * perHour * 2 + 60) / 120);
}
