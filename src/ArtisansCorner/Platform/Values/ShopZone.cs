namespace ArtisansCorner.Platform.Values;

/// <summary>A shop's time zone: the one place that turns instants into business days and back, safe when clocks change.</summary>
public sealed class ShopZone
{
    private readonly TimeZoneInfo zone;

    private ShopZone(TimeZoneInfo zone) => this.zone = zone;

    /// <summary>The IANA name, such as “Pacific/Auckland”.</summary>
    public string Id => zone.Id;

    /// <summary>The zone with this IANA name; throws when there is none.</summary>
    public static ShopZone Of(string id) =>
        TryOf(id) ?? throw new ArgumentException($"There is no time zone “{id}”.", nameof(id));

    /// <summary>The zone with this IANA name, or nothing.</summary>
    public static ShopZone? TryOf(string? id) =>
        !string.IsNullOrWhiteSpace(id) && IsPlace(id.Trim()) && TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone) && zone.HasIanaId
            ? new ShopZone(zone)
            : null;

    /// <summary>The IANA names that a shop can choose from, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal) && TryOf(id) is not null).Order(StringComparer.Ordinal)];

    /// <summary>The wall clock in the shop at this instant.</summary>
    public DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The business day: the calendar day in the shop at this instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>The hour of the shop's clock at this instant, 0 to 23.</summary>
    public byte HourOf(DateTimeOffset instant) => (byte)LocalOf(instant).Hour;

    /// <summary>The instant, in UTC, at which a business day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day) => InstantOf(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>
    /// The instant, in UTC, of a wall clock in the shop: in the hour that happens twice the first of the two,
    /// in the hour that is skipped the moment the clock jumped to.
    /// </summary>
    public DateTimeOffset InstantOf(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local)) local = AfterTheGap(local);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>Files beside the zones are none: the server's own clock, placeholders, and copies of all of them that other servers lack.</summary>
    private static bool IsPlace(string id) => id.Split('/')[0].ToUpperInvariant() is not ("LOCALTIME" or "FACTORY" or "POSIX" or "POSIXRULES" or "RIGHT");

    private DateTime AfterTheGap(DateTime local)
    {
        while (zone.IsInvalidTime(local)) local = new DateTime(local.Ticks - local.Ticks % TimeSpan.TicksPerMinute).AddMinutes(1);
        return local;
    }
}
