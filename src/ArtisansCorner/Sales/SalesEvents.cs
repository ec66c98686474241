namespace ArtisansCorner.Sales;

/// <summary>Facts of these business days came or went: sales, refunds, cancellations, fees, one or many.</summary>
/// <param name="Days">The days whose figures may differ now.</param>
public sealed record SalesChanged(IReadOnlyList<DateOnly> Days);

/// <summary>One sale was recorded by itself, not among the many of an import.</summary>
/// <param name="SaleId">The sale.</param>
public sealed record SaleRecorded(Guid SaleId);

/// <summary>Some or all of one sale was given back, or it was called off.</summary>
/// <param name="SaleId">The sale.</param>
/// <param name="RefundId">The refund or cancellation.</param>
public sealed record SaleRefunded(Guid SaleId, Guid RefundId);
