namespace ArtisansCorner.Inventory;

/// <summary>Stock of these variants moved.</summary>
/// <param name="VariantIds">The variants.</param>
public sealed record StockChanged(IReadOnlyList<Guid> VariantIds);

/// <summary>Movements of these variants are to be valued again.</summary>
/// <param name="Items">Which, and since when.</param>
public sealed record StockStale(IReadOnlyList<Stale> Items);

/// <summary>A variant whose movements are to be valued again.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="Since">Since when.</param>
public sealed record Stale(Guid VariantId, DateTimeOffset Since);

/// <summary>What was sold or came back turned out to have cost something else, or what came trued up what had left before.</summary>
/// <param name="MovementIds">The movements; one of a sale or a refund has the id of the line that caused it.</param>
public sealed record CostsChanged(IReadOnlyList<Guid> MovementIds);

/// <summary>An item became low, and its alert was raised.</summary>
/// <param name="AlertId">The alert.</param>
public sealed record StockLow(Guid AlertId);
