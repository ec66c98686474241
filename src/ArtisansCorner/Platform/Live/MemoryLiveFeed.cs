using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ArtisansCorner.Platform.Live;

/// <summary>The feed of one server: each shop's followers, and its last changes for those who come back.</summary>
public sealed class MemoryLiveFeed(TimeProvider time) : ILiveFeed
{
    private const int Remembered = 64;

    // A server that restarts counts anew; ids of another life are told apart by this.
    private readonly string life = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
    private readonly ConcurrentDictionary<Guid, ShopFeed> shops = new();

    /// <inheritdoc />
    public Task PublishAsync(Guid shopId, string topic, CancellationToken cancel)
    {
        shops.GetOrAdd(shopId, _ => new ShopFeed(life)).Publish(topic);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public string PositionOf(Guid shopId) => shops.GetOrAdd(shopId, _ => new ShopFeed(life)).Position;

    /// <inheritdoc />
    public async IAsyncEnumerable<LiveEvent> FollowAsync(Guid shopId, string? lastEventId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var feed = shops.GetOrAdd(shopId, _ => new ShopFeed(life));
        // Someone who reads too slowly loses the oldest: a later event of the same topic says the same.
        var mine = Channel.CreateBounded<LiveEvent>(new BoundedChannelOptions(Remembered) { FullMode = BoundedChannelFullMode.DropOldest });
        var missed = feed.Join(mine.Writer, lastEventId);
        try
        {
            foreach (var change in missed) yield return change;
            await foreach (var change in mine.Reader.ReadAllAsync(cancel)) yield return change;
        }
        finally
        {
            feed.Leave(mine.Writer);
        }
    }

    private sealed class ShopFeed(string life)
    {
        private readonly Lock guard = new();
        private readonly List<ChannelWriter<LiveEvent>> followers = [];
        private readonly Queue<(long Number, string Topic)> recent = new();
        private long last;

        public string Position
        {
            get
            {
                lock (guard) return IdOf(last);
            }
        }

        public void Publish(string topic)
        {
            lock (guard)
            {
                last++;
                recent.Enqueue((last, topic));
                if (recent.Count > Remembered) recent.Dequeue();
                var change = new LiveEvent(IdOf(last), topic);
                foreach (var follower in followers) follower.TryWrite(change);
            }
        }

        public IReadOnlyList<LiveEvent> Join(ChannelWriter<LiveEvent> follower, string? lastEventId)
        {
            lock (guard)
            {
                followers.Add(follower);
                if (string.IsNullOrEmpty(lastEventId)) return [];
                var known = NumberOf(lastEventId);
                if (known == last) return [];
                if (known is null || known > last || recent.Count == 0 || known < recent.Peek().Number - 1)
                    return [new LiveEvent(IdOf(last), LiveTopics.Everything)];
                return [.. recent.Where(change => change.Number > known).Select(change => new LiveEvent(IdOf(change.Number), change.Topic))];
            }
        }

        public void Leave(ChannelWriter<LiveEvent> follower)
        {
            lock (guard) followers.Remove(follower);
        }

        private string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{life}-{number}");

        private long? NumberOf(string id) =>
            id.StartsWith(life + "-", StringComparison.Ordinal) &&
            long.TryParse(id.AsSpan(life.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }
}
