namespace ArtisansCorner.Catalog;

/// <summary>A product's name, or its variants' codes, prices or thresholds changed.</summary>
/// <param name="ProductId">The product.</param>
public sealed record ProductChanged(Guid ProductId);
