using ArtisansCorner.Importing.Matching;

namespace ArtisansCorner.Importing;

/// <summary>What a person decides before an import is applied; nothing of it is done unasked.</summary>
/// <param name="TakeStock">Whether the file's numbers of pieces are taken over, as a count, for what was never counted here.</param>
/// <param name="UpdatePrices">Whether prices become those of the file where they differ.</param>
/// <param name="AddMakers">Whether makers that the file names and the shop does not have are added, with their products under them.</param>
/// <param name="Titles">What titles of lines without a code are; those that are not among them stay without a product.</param>
public sealed record ImportChoices(bool TakeStock = false, bool UpdatePrices = false, bool AddMakers = false, IReadOnlyList<TitleAnswer>? Titles = null);
