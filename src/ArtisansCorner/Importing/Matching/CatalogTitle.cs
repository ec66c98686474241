namespace ArtisansCorner.Importing.Matching;

/// <summary>What the catalog calls a variant.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="Name">What it is called, with its choice.</param>
/// <param name="Sku">Its code.</param>
internal sealed record CatalogTitle(Guid VariantId, string Name, string Sku);
