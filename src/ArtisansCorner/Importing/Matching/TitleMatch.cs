namespace ArtisansCorner.Importing.Matching;

/// <summary>A title of a file whose product is not known by a code, and what it may be.</summary>
/// <param name="Title">The title as the file writes it.</param>
/// <param name="Channel">The channel that calls it so.</param>
/// <param name="Lines">How many lines have it.</param>
/// <param name="VariantId">What it may be; nothing where nothing is like it.</param>
/// <param name="Name">What that is called.</param>
/// <param name="Sku">Its code.</param>
public sealed record TitleMatch(string Title, string Channel, long Lines, Guid? VariantId, string? Name, string? Sku);

/// <summary>What a person says a title is.</summary>
/// <param name="Title">The title as the file writes it.</param>
/// <param name="VariantId">What it is, or say its <paramref name="Sku"/>.</param>
/// <param name="Sku">What it is, by its code.</param>
/// <param name="None">That it is none of the shop's products; then nothing asks again.</param>
/// <param name="Channel">The channel that calls it so; nothing: any.</param>
public sealed record TitleAnswer(string? Title, Guid? VariantId = null, string? Sku = null, bool None = false, string? Channel = null);
