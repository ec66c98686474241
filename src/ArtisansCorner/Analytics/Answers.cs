using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ArtisansCorner.Analytics;

/// <summary>
/// Remembers answers of the current shop until its roll-ups change. The revision they are kept under is read from the database by
/// every request, before the answer is worked out: so that no server gives an answer older than the last committed change.
/// </summary>
public sealed class Answers(AppDb db, CurrentShop shop, AnswerMemory memory, OutboxSignal outbox)
{
    private static readonly PerModel<Func<AppDb, Task<long>>> Revision = new(_ =>
        EF.CompileAsyncQuery((AppDb db) => db.Set<SalesRevision>().Select(revision => revision.Number).SingleOrDefault()));

    // Whoever just recorded a sale finds it in the figures; behind a big import nobody waits long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private long? revision;

    /// <summary>Finds out where the roll-ups stand, so that questions asked together go to the database for themselves alone.</summary>
    public async Task<long> ReadyAsync(CancellationToken cancel) => revision ??= await RevisionAsync(cancel);

    /// <summary>The remembered answer to a question, or the one that is worked out now.</summary>
    /// <param name="question">A record that says all the answer depends on beside the roll-ups.</param>
    /// <param name="work">Works the answer out.</param>
    /// <param name="size">How much room the answer takes, in rows of about a hundred bytes.</param>
    /// <param name="cancel">Stops the work.</param>
    public async ValueTask<T> AskAsync<T>(object question, Func<CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        var now = await ReadyAsync(cancel);
        var key = new AnswerMemory.Key(shop.Id, question);
        if (memory.Find<T>(key, now) is { } known) return known;
        var answer = await work(cancel);
        memory.Keep(key, now, answer, size(answer));
        return answer;
    }

    private async Task<long> RevisionAsync(CancellationToken cancel)
    {
        await outbox.CaughtUpAsync(shop.Id, Patience, cancel);
        return await Revision.Of(db)(db);
    }
}

/// <summary>The answers that this server remembers, up to some tens of megabytes; the least used go first.</summary>
public sealed class AnswerMemory : IDisposable
{
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 300_000, CompactionPercentage = 0.2 });

    /// <summary>Which answer.</summary>
    /// <param name="ShopId">The shop's.</param>
    /// <param name="Question">To which question.</param>
    public sealed record Key(Guid ShopId, object Question);

    /// <summary>The answer of this revision, or nothing.</summary>
    public T? Find<T>(Key key, long revision)
        where T : class => cache.TryGetValue(key, out Kept? kept) && kept!.Revision == revision ? kept.Answer as T : null;

    /// <summary>Keeps an answer in the place of an older one.</summary>
    public void Keep(Key key, long revision, object answer, int rows) =>
        cache.Set(key, new Kept(revision, answer), new MemoryCacheEntryOptions { Size = 2 + rows, SlidingExpiration = TimeSpan.FromMinutes(30) });

    /// <inheritdoc />
    public void Dispose() => cache.Dispose();

    private sealed record Kept(long Revision, object Answer);
}
