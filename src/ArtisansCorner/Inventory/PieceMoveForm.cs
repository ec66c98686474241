using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>Pieces, or material, that are carried from one place to another, as it is being typed.</summary>
public sealed class PieceMoveForm
{
    /// <summary>Made with the form, so that sending it twice moves once.</summary>
    public Guid Token { get; set; }

    /// <summary>What moves.</summary>
    public Guid VariantId { get; set; }

    /// <summary>How many.</summary>
    public string? Quantity { get; set; }

    /// <summary>Of a material: in which unit.</summary>
    public string? Unit { get; set; }

    /// <summary>From which place.</summary>
    public string? From { get; set; }

    /// <summary>To which place.</summary>
    public string? To { get; set; }

    /// <summary>The move of a material that it says, and what in it cannot be read.</summary>
    public (NewPieceMove Move, List<Problem> Problems) ReadMaterial(Guid materialId, ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var quantity = reader.Quantity(Quantity, "Quantity");
        if (string.IsNullOrWhiteSpace(Quantity)) reader.Problems.Add(new("quantity_missing", "How much?", "Quantity"));
        return (new NewPieceMove(null, null, quantity ?? 0, From, To, materialId, Unit), reader.Problems);
    }

    /// <summary>The move that it says, and what in it cannot be read.</summary>
    public (NewPieceMove Move, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        var quantity = reader.Count(Quantity, "Quantity");
        if (string.IsNullOrWhiteSpace(Quantity)) reader.Problems.Add(new("quantity_missing", "How many?", "Quantity"));
        return (new NewPieceMove(VariantId, null, quantity ?? 0, From, To), reader.Problems);
    }
}
