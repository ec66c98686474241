namespace ArtisansCorner.Importing.Matching;

/// <summary>A title of a draft whose lines have no code.</summary>
internal sealed class DraftTitle
{
    /// <summary>The channel that calls it so, among the draft's channels.</summary>
    public required int Channel { get; init; }

    /// <summary>The title as the file writes it.</summary>
    public required string Title { get; init; }

    /// <summary>How many lines have it.</summary>
    public long Lines { get; set; }

    /// <summary>What it is, where that is known.</summary>
    public Guid? VariantId { get; set; }

    /// <summary>The choice of a person that says so.</summary>
    public Guid? AliasId { get; set; }

    /// <summary>What it may be.</summary>
    public CatalogTitle? Suggestion { get; set; }

    /// <summary>Whether a person is asked: nothing says what it is, and nobody said that it is nothing of the shop's.</summary>
    public bool IsOpen => VariantId is null && AliasId is null;
}

/// <summary>What the catalog calls a variant.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="Name">What it is called, with its choice.</param>
/// <param name="Sku">Its code.</param>
internal sealed record CatalogTitle(Guid VariantId, string Name, string Sku);
