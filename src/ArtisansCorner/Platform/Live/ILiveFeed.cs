namespace ArtisansCorner.Platform.Live;

/// <summary>Tells open pages of a shop that a topic changed; carries no data: each page asks again for what it shows.</summary>
public interface ILiveFeed
{
    /// <summary>Says that a topic changed, to the open pages on every server.</summary>
    Task PublishAsync(Guid shopId, string topic, CancellationToken cancel);

    /// <summary>Where the shop's feed stands now, to follow it from here later.</summary>
    string PositionOf(Guid shopId);

    /// <summary>
    /// What changes from now on, and first what changed since <paramref name="lastEventId"/>;
    /// when that is no longer known, the topic “everything”.
    /// </summary>
    IAsyncEnumerable<LiveEvent> FollowAsync(Guid shopId, string? lastEventId, CancellationToken cancel);
}

/// <summary>One change.</summary>
/// <param name="Id">Where in the feed it stands; a client that reconnects sends the last one it saw.</param>
/// <param name="Topic">What changed, such as “sales”.</param>
public sealed record LiveEvent(string Id, string Topic);

/// <summary>The topics there are.</summary>
public static class LiveTopics
{
    /// <summary>Sales, refunds, and every figure made of them.</summary>
    public const string Sales = "sales";

    /// <summary>Stock levels and alerts.</summary>
    public const string Stock = "stock";

    /// <summary>Imports and their progress.</summary>
    public const string Imports = "imports";

    /// <summary>More than is remembered: ask for all parts again.</summary>
    public const string Everything = "everything";
}
