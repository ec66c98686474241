using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>A movement of a material as it is being typed: people say how much, the reason says which way.</summary>
public sealed class MaterialMoveForm
{
    /// <summary>Made with the form, so that sending it twice moves once.</summary>
    public Guid Token { get; set; }

    /// <summary>Why.</summary>
    public StockReason Reason { get; set; } = StockReason.Received;

    /// <summary>How much; for a count how much there is.</summary>
    public string? Quantity { get; set; }

    /// <summary>In which unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Where, by the id of the place; empty: the usual one.</summary>
    public string? Location { get; set; }

    /// <summary>What all of it cost.</summary>
    public string? Cost { get; set; }

    /// <summary>The reasons a person gives, with what they are called.</summary>
    public static IReadOnlyList<(StockReason Reason, string Words)> Reasons { get; } =
        [(StockReason.Received, "Bought"), (StockReason.Counted, "Counted"), (StockReason.Used, "Used"), (StockReason.Damaged, "Spoiled")];

    /// <summary>The movement that it says, and what in it cannot be read.</summary>
    public (StockMove Move, List<Problem> Problems) Read(Guid materialId, ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var quantity = reader.Quantity(Quantity, nameof(Quantity));
        if (string.IsNullOrWhiteSpace(Quantity) || quantity < 0) reader.Problems.Add(new("quantity_missing", "How much?", nameof(Quantity)));
        var goes = Reason is StockReason.Used or StockReason.Damaged;
        return (new StockMove(null, null, (quantity ?? 0) * (goes ? -1 : 1), Reason, Location: Location, MaterialId: materialId, Unit: Unit, Cost: reader.Money(Cost, nameof(Cost))), reader.Problems);
    }
}
