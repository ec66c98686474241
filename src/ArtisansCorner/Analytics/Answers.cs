using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>
/// Remembers answers of the current shop until its roll-ups change. The revision they are kept under is read from the database by
/// every request, before the answer is worked out: so that no server gives an answer older than the last committed change.
/// </summary>
public sealed class Answers(AppDb db, CurrentShop shop, AnswerMemory memory, OutboxSignal outbox, TimeProvider time)
{
    private static readonly PerModel<Func<AppDb, Task<long>>> Revision = new(_ =>
        EF.CompileAsyncQuery((AppDb db) => db.Set<SalesRevision>().Select(revision => revision.Number).SingleOrDefault()));

    private static readonly PerModel<Func<AppDb, IAsyncEnumerable<SalesMonth>>> Months = new(_ =>
        EF.CompileAsyncQuery((AppDb db) => db.Set<SalesMonth>().AsNoTracking()));

    // Whoever just recorded a sale finds it in the figures; behind a big import nobody waits long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private Standing? standing;

    /// <summary>Finds out where the roll-ups stand, so that questions asked together go to the database for themselves alone.</summary>
    public async Task ReadyAsync(CancellationToken cancel) => standing ??= await ReadAsync(cancel);

    /// <summary>The remembered answer to a question, or the one that is worked out now.</summary>
    /// <param name="question">A record that says all the answer depends on beside the roll-ups.</param>
    /// <param name="work">Works the answer out.</param>
    /// <param name="size">How much room the answer takes, in rows of about a hundred bytes.</param>
    /// <param name="cancel">Stops the work.</param>
    public async ValueTask<T> AskAsync<T>(object question, Func<CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        await ReadyAsync(cancel);
        return await AskAsync(memory.Whole, question, standing!.Number, work, size, cancel);
    }

    /// <summary>The same for an answer about these days alone, made of facts and of days of customers: it is remembered until something of their months changes.</summary>
    public async ValueTask<T> AskAsync<T>(object question, Period days, Func<CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        await ReadyAsync(cancel);
        return await AskAsync(memory.Whole, question, SalesMonth.RevisionOf(standing!.Months, days), work, size, cancel);
    }

    /// <summary>The parts that a range is asked in, in order: as much of it as is in each month, and the latest days, which change all day long, by themselves. After <see cref="ReadyAsync"/>.</summary>
    public IReadOnlyList<Period> PartsOf(Period range) => [.. SalesMonth.PartsOf(range, standing!.Today)];

    /// <summary>The same for a part that answers are made of, which is only looked for where an answer is not remembered.</summary>
    public async ValueTask<T> AskPartAsync<T>(object question, Period days, Func<CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        await ReadyAsync(cancel);
        return await AskAsync(memory.Parts, question, SalesMonth.RevisionOfPart(standing!.Months, days, standing.Today), work, size, cancel);
    }

    /// <summary>The answers for the parts of a range, in order; where they depend on more than their days, one for the whole.</summary>
    public async Task<IReadOnlyList<T>> AskByMonthAsync<T>(Period range, bool isByMonth, Func<Period, object> question, Func<Period, CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        await ReadyAsync(cancel);
        if (!isByMonth) return [await AskAsync(memory.Parts, question(range), standing!.Number, token => work(range, token), size, cancel)];
        var together = db.AskTogether();
        var parts = PartsOf(range).Select(days => together.Ask(async () => await AskPartAsync(question(days), days, token => work(days, token), size, cancel))).ToList();
        await together.RunAsync(cancel);
        return await Task.WhenAll(parts);
    }

    private async ValueTask<T> AskAsync<T>(AnswerShelf shelf, object question, long now, Func<CancellationToken, Task<T>> work, Func<T, int> size, CancellationToken cancel)
        where T : class
    {
        var key = new AnswerShelf.Key(shop.Id, question);
        if (shelf.Find<T>(key, now) is { } known) return known;
        var answer = await work(cancel);
        shelf.Keep(key, now, answer, size(answer));
        return answer;
    }

    private async Task<Standing> ReadAsync(CancellationToken cancel)
    {
        await outbox.CaughtUpAsync(shop.Id, Patience, cancel);
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var together = db.AskTogether();
        var number = together.Ask(() => Revision.Of(db)(db));
        var months = together.Ask(async () => await Months.Of(db)(db).ToDictionaryAsync(month => month.Month, cancellationToken: cancel));
        await together.RunAsync(cancel);
        return new Standing(await number, await months, today);
    }

    private sealed record Standing(long Number, IReadOnlyDictionary<DateOnly, SalesMonth> Months, DateOnly Today);
}
