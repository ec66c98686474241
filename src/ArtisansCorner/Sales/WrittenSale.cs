namespace ArtisansCorner.Sales;

/// <summary>A sale with all that was written when it was recorded.</summary>
/// <param name="Sale">The sale.</param>
/// <param name="Channel">The channel's name.</param>
/// <param name="Customer">Who bought, where that is known.</param>
/// <param name="Place">Where its pieces came from; nothing for the usual place.</param>
/// <param name="Lines">Its lines, in order.</param>
/// <param name="Fees">Its fees, in any order.</param>
public sealed record WrittenSale(Sale Sale, string Channel, SaleCustomer? Customer, SalePlace? Place, IReadOnlyList<WrittenLine> Lines, IReadOnlyList<Fee> Fees);

/// <summary>A line and the code of what was sold.</summary>
public sealed record WrittenLine(SaleLine Line, string? Sku);
