namespace ArtisansCorner.Tests.Harness;

/// <summary>A clock that runs as usual from any moment and can be moved; timers keep running on real time.</summary>
public sealed class MovableTime : TimeProvider
{
    private long shift;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    /// <summary>Lets the clock show this instant now.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref shift, now.UtcTicks - System.GetUtcNow().UtcTicks);
}
