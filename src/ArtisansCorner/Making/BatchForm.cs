using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>A batch as it is being typed.</summary>
public sealed class BatchForm
{
    /// <summary>Made with the form, so that sending it twice makes one batch.</summary>
    public Guid Token { get; set; }

    /// <summary>How many good ones.</summary>
    public string? Quantity { get; set; }

    /// <summary>How many were spoiled.</summary>
    public string? Wasted { get; set; }

    /// <summary>The minutes of work; empty: as the recipe says.</summary>
    public string? LaborMinutes { get; set; }

    /// <summary>On which day; empty: now.</summary>
    public string? Day { get; set; }

    /// <summary>Where; empty: in the usual place.</summary>
    public string? Location { get; set; }

    /// <summary>What the maker wants to remember.</summary>
    public string? Note { get; set; }

    /// <summary>The batch that it says, and what in it cannot be read; a day in the past is its noon.</summary>
    /// <param name="recipeId">The recipe.</param>
    /// <param name="shop">The shop.</param>
    /// <param name="now">What it is now.</param>
    public (NewBatch Batch, List<Problem> Problems) Read(Guid recipeId, ShopFacts shop, DateTimeOffset now)
    {
        var reader = new FormReader(shop.Currency);
        var day = reader.Day(Day, "At");
        DateTimeOffset? at = day is { } past && past != shop.Zone.DayOf(now) ? shop.Zone.InstantOf(past.ToDateTime(new TimeOnly(12, 0))) : null;
        var minutes = reader.Count(LaborMinutes, nameof(LaborMinutes));
        return (new NewBatch(
            recipeId, reader.Quantity(Quantity, nameof(Quantity)) ?? 0, reader.Quantity(Wasted, nameof(Wasted)), minutes is { } said ? (int)Math.Clamp(said, -1, int.MaxValue) : null,
            at, string.IsNullOrWhiteSpace(Location) ? null : Location, Note: Note), reader.Problems);
    }
}
