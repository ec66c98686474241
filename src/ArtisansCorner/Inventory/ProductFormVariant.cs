namespace ArtisansCorner.Inventory;

/// <summary>A variant as it is being typed.</summary>
public sealed class ProductFormVariant
{
    /// <summary>The variant, where it is there already.</summary>
    public Guid? Id { get; set; }

    /// <summary>What sets it apart.</summary>
    public string? Title { get; set; }

    /// <summary>Its code.</summary>
    public string? Sku { get; set; }

    /// <summary>What the scanner reads.</summary>
    public string? Barcode { get; set; }

    /// <summary>Its price.</summary>
    public string? Price { get; set; }

    /// <summary>At or under how many it is low; empty: as usual in the shop.</summary>
    public string? Threshold { get; set; }

    /// <summary>How many are there, when it is new.</summary>
    public string? OnHand { get; set; }

    /// <summary>What one had cost, when it is new.</summary>
    public string? UnitCost { get; set; }
}
