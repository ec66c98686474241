namespace ArtisansCorner.Customers;

/// <summary>Scores and groups of customers changed.</summary>
/// <param name="Day">As of which day they are.</param>
public sealed record CustomersRescored(DateOnly Day);
