using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What came of an order, as it is being typed.</summary>
public sealed class ArrivalForm
{
    /// <summary>Made with the form, so that sending it twice books in once.</summary>
    public Guid Token { get; set; }

    /// <summary>On which day; empty: now.</summary>
    public string? Day { get; set; }

    /// <summary>Where it was put; empty: in the usual place.</summary>
    public string? Location { get; set; }

    /// <summary>How much of what.</summary>
    // The form's binder sets what was not sent to null.
    public List<ArrivalFormLine> Lines { get; set => field = value ?? []; } = [];

    /// <summary>The arrival that it says, and what in it cannot be read.</summary>
    public (NewReceipt Receipt, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var lines = Lines.Index().Select(line => new NewReceiptLine(Guid.TryParse(line.Item.VariantId, out var id) ? id : Guid.Empty, reader.Quantity(line.Item.Quantity, $"Lines[{line.Index}].Quantity") ?? 0)).ToList();
        return (new NewReceipt(lines, reader.Day(Day, nameof(Day)) is { } day ? shop.Zone.StartOf(day) : null, string.IsNullOrWhiteSpace(Location) ? null : Location), reader.Problems);
    }
}

/// <summary>How much of one thing came, as it is being typed.</summary>
public sealed class ArrivalFormLine
{
    /// <summary>The thing.</summary>
    public string? VariantId { get; set; }

    /// <summary>How much, in the unit it was ordered in.</summary>
    public string? Quantity { get; set; }
}
