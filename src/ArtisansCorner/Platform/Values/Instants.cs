namespace ArtisansCorner.Platform.Values;

/// <summary>Instants as the database keeps them.</summary>
public static class Instants
{
    /// <summary>The instant without what PostgreSQL would not keep of it, so that it is told now as it is read later.</summary>
    public static DateTimeOffset ToMicrosecond(this DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
