namespace ArtisansCorner.Catalog;

/// <summary>A product's name, category or tags, or its variants' codes, prices or thresholds changed.</summary>
/// <param name="ProductId">The product.</param>
public sealed record ProductChanged(Guid ProductId);

/// <summary>A maker has another name.</summary>
/// <param name="MakerId">The maker.</param>
public sealed record MakerRenamed(Guid MakerId);
