namespace ArtisansCorner.Importing;

/// <summary>A file went in, or could not.</summary>
/// <param name="ImportId">The import.</param>
public sealed record ImportFinished(Guid ImportId);
