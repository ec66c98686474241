namespace ArtisansCorner.Catalog;

/// <summary>A product's name, category or tags, or its variants' codes, prices or thresholds changed.</summary>
/// <param name="ProductId">The product.</param>
public sealed record ProductChanged(Guid ProductId);
