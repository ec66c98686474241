using Microsoft.Extensions.Caching.Memory;

namespace ArtisansCorner.Platform.Database;

/// <summary>Answers that are remembered, up to so many rows of about a hundred bytes; the least used go first.</summary>
/// <param name="rows">How many.</param>
public sealed class AnswerShelf(long rows) : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = rows, CompactionPercentage = 0.2 });

    /// <summary>Which answer.</summary>
    /// <param name="ShopId">The shop's.</param>
    /// <param name="Question">To which question.</param>
    public sealed record Key(Guid ShopId, object Question);

    /// <summary>The answer of this revision, or nothing.</summary>
    public T? Find<T>(Key key, long revision)
        where T : class => cache.TryGetValue(key, out Kept? kept) && kept!.Revision == revision ? kept.Answer as T : null;

    /// <summary>Keeps an answer in the place of an older one.</summary>
    public void Keep(Key key, long revision, object answer, int size) =>
        cache.Set(key, new Kept(revision, answer), new MemoryCacheEntryOptions { Size = 2 + size, SlidingExpiration = TimeSpan.FromMinutes(30) });

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();

    private sealed record Kept(long Revision, object Answer);
}
