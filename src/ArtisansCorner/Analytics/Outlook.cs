namespace ArtisansCorner.Analytics;

/// <summary>What some coming days together will probably bring. Amounts are minor units.</summary>
/// <param name="Expected">The mean.</param>
/// <param name="Low">The lower end of the 80 % interval: one time in ten it will be less.</param>
/// <param name="High">The upper end of the 80 % interval: one time in ten it will be more.</param>
public sealed record Outlook(double Expected, double Low, double High);
