using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>A movement of stock as it is being typed: people say how many, the reason says which way.</summary>
public sealed class StockMoveForm
{
    /// <summary>Made with the form, so that sending it twice moves once.</summary>
    public Guid Token { get; set; }

    /// <summary>What moves.</summary>
    public Guid VariantId { get; set; }

    /// <summary>Why.</summary>
    public StockReason Reason { get; set; } = StockReason.Made;

    /// <summary>How many; for a count how many there are.</summary>
    public string? Quantity { get; set; }

    /// <summary>What one cost.</summary>
    public string? UnitCost { get; set; }

    /// <summary>Where; empty: in the usual place.</summary>
    public string? Location { get; set; }

    /// <summary>The reasons a person gives, with what they are called.</summary>
    public static IReadOnlyList<(StockReason Reason, string Words)> Reasons { get; } =
    [
        (StockReason.Made, "Made"), (StockReason.Received, "Received"), (StockReason.Counted, "Counted"),
        (StockReason.Used, "Used"), (StockReason.Damaged, "Damaged"), (StockReason.Gift, "Given away"),
    ];

    /// <summary>The movement that it says, and what in it cannot be read.</summary>
    public (StockMove Move, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var quantity = reader.Count(Quantity, "Quantity");
        if (string.IsNullOrWhiteSpace(Quantity) || quantity < 0) reader.Problems.Add(new("quantity_missing", "How many?", "Quantity"));
        var goes = Reason is StockReason.Used or StockReason.Damaged or StockReason.Gift;
        return (new StockMove(VariantId, null, (quantity ?? 0) * (goes ? -1 : 1), Reason, reader.Money(UnitCost, "UnitCost"), Location: Location), reader.Problems);
    }
}
