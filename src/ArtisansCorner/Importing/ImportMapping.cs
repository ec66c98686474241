using System.Text.Json;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing;

/// <summary>What a shop said of files with certain headings, so that the next such file is known.</summary>
public sealed class ImportMapping : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What all files with these headings share, in whatever order they stand.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What such a file is.</summary>
    public required string Format { get; set; }

    /// <summary>Which of its columns stand for ours, and how it writes dates and amounts, as JSON.</summary>
    public required string Said { get; set; }

    /// <summary>When it was said last.</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Who said it.</summary>
    public Guid? SavedBy { get; set; }

    /// <summary>What was said.</summary>
    public PartChoice Choice => JsonSerializer.Deserialize<PartChoice>(Said, JsonSerializerOptions.Web)!;
}
