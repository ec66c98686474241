using System.Globalization;
using StackExchange.Redis;

namespace ArtisansCorner.Platform.Live;

/// <summary>
/// The feed of several servers: a change is told to this server's pages at once and to the others' through Redis.
/// While Redis is away each server still tells its own pages.
/// </summary>
public sealed partial class RedisLiveFeed(MemoryLiveFeed here, IConnectionMultiplexer redis, ILogger<RedisLiveFeed> log) : ILiveFeed, IHostedService
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("artisans-corner:live");
    private readonly string me = Guid.CreateVersion7().ToString("N");

    /// <inheritdoc />
    public async Task PublishAsync(Guid shopId, string topic, CancellationToken cancel)
    {
        await here.PublishAsync(shopId, topic, cancel);
        try
        {
            await redis.GetSubscriber().PublishAsync(Channel, string.Create(CultureInfo.InvariantCulture, $"{me} {shopId:N} {topic}"), CommandFlags.FireAndForget);
        }
        catch (RedisException problem)
        {
            Away(log, problem);
        }
    }

    /// <inheritdoc />
    public string PositionOf(Guid shopId) => here.PositionOf(shopId);

    /// <inheritdoc />
    public IAsyncEnumerable<LiveEvent> FollowAsync(Guid shopId, string? lastEventId, CancellationToken cancel) => here.FollowAsync(shopId, lastEventId, cancel);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            // The subscription is kept by the client and made again whenever Redis comes back.
            await redis.GetSubscriber().SubscribeAsync(Channel, (_, message) => Hear(message.ToString().Split(' ')));
        }
        catch (RedisException problem)
        {
            Away(log, problem);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Hear(string[] words)
    {
        if (words.Length == 3 && words[0] != me && Guid.TryParse(words[1], out var shopId))
            _ = here.PublishAsync(shopId, words[2], CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away; pages open on other servers will not hear of this change at once.")]
    private static partial void Away(ILogger log, Exception problem);
}
