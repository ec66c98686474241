namespace ArtisansCorner.Inventory;

/// <summary>Stock of these variants moved.</summary>
/// <param name="VariantIds">The variants.</param>
public sealed record StockChanged(IReadOnlyList<Guid> VariantIds);

/// <summary>An item became low, and its alert was raised.</summary>
/// <param name="AlertId">The alert.</param>
public sealed record StockLow(Guid AlertId);
