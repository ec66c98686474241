namespace ArtisansCorner.Sales;

/// <summary>Facts of these business days came or went: sales, refunds, cancellations, fees, one or many.</summary>
/// <param name="Days">The days whose figures may differ now.</param>
public sealed record SalesChanged(IReadOnlyList<DateOnly> Days);
