namespace ArtisansCorner.Inventory;

/// <summary>Stock of these variants moved.</summary>
/// <param name="VariantIds">The variants.</param>
public sealed record StockChanged(IReadOnlyList<Guid> VariantIds);
