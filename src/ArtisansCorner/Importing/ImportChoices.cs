namespace ArtisansCorner.Importing;

/// <summary>What a person decides before an import is applied; nothing of it is done unasked.</summary>
/// <param name="TakeStock">Whether the file's numbers of pieces are taken over, as a count, for what was never counted here.</param>
/// <param name="UpdatePrices">Whether prices become those of the file where they differ.</param>
public sealed record ImportChoices(bool TakeStock = false, bool UpdatePrices = false);
