namespace ArtisansCorner.Shops;

/// <summary>A shop's time zone was changed; its facts are on the days of the old one.</summary>
/// <param name="From">The IANA name of the old one.</param>
/// <param name="To">The IANA name of the new one.</param>
public sealed record TimeZoneChanged(string From, string To);

/// <summary>At or under how many pieces an item without its own level is low was changed.</summary>
public sealed record DefaultThresholdChanged;
