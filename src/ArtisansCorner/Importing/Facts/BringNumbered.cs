using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings facts that a channel numbers: one whose number is here is left as it is.</summary>
internal abstract class BringNumbered<TFact, TRow>(AppDb db) : IBringFacts
    where TFact : DraftFact
    where TRow : class, IFromChannel
{
    private const int AtOnce = 1000;

    // Whether a channel had anything when it was first looked at: what this import writes meanwhile is in no later round.
    private readonly Dictionary<string, bool> had = new(StringComparer.Ordinal);

    /// <summary>The database.</summary>
    protected AppDb Db => db;

    /// <summary>How one and several of them are called.</summary>
    protected abstract (string One, string Many) Words { get; }

    public async Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        foreach (var alike in draft.Of<TFact>().GroupBy(fact => fact.Channel))
        {
            var channel = draft.Channels[alike.Key];
            var rows = db.Set<TRow>().IgnoreQueryFilters([SalesTables.CountedFilter]).Where(row => row.ChannelId == channel.Id);
            if (!had.TryGetValue(channel.Key, out var hadAny)) had[channel.Key] = hadAny = channel.Id is not null && await rows.AnyAsync(cancel);
            foreach (var some in alike.Chunk(AtOnce))
            {
                var numbers = some.Select(fact => fact.Number).ToList();
                var found = !hadAny
                    ? []
                    : await rows.WithNumbers(db, numbers).Select(row => new { row.ExternalId, row.ImportId }).ToDictionaryAsync(row => row.ExternalId!, row => row.ImportId, cancel);
                foreach (var fact in some) fact.Presence = !found.TryGetValue(fact.Number, out var by) ? Presence.New : by == importId ? Presence.Written : Presence.Here;
            }
        }
    }

    public FactCount? Count(ImportDraft draft)
    {
        var facts = draft.Of<TFact>();
        var here = facts.Count(fact => fact.Presence == Presence.Here);
        return facts.Count == 0 ? null : new FactCount(Words.One, Words.Many, facts.Count - here, here);
    }

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var facts = draft.Of<TFact>();
        var written = 0;
        foreach (var some in facts.Where(fact => fact.Presence == Presence.New).Chunk(AtOnce))
        {
            written += some.Length;
            await WriteAsync(draft, turn, some, written, facts.Count, cancel);
        }

        return [.. facts.Where(fact => fact.Presence != Presence.Here).Select(DayOf).OfType<DateOnly>().Distinct()];
    }

    public virtual Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) =>
        db.Set<TRow>().Where(row => row.ImportId == importId).DeleteSomeAsync(atMost, cancel);

    public virtual Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => Task.FromResult<string?>(null);

    /// <summary>The row to be written of each of these facts; the channels of the draft have their ids.</summary>
    protected abstract Task<IReadOnlyCollection<TRow>> MakeAsync(ImportDraft draft, IReadOnlyList<TFact> facts, Guid importId, CancellationToken cancel);

    /// <summary>The business day whose figures such a fact changes; nothing when it is in no figure.</summary>
    protected virtual DateOnly? DayOf(TFact fact) => null;

    private async Task WriteAsync(ImportDraft draft, ImportTurn turn, IReadOnlyList<TFact> some, long written, long total, CancellationToken cancel)
    {
        // Someone may write one of these at this very moment: theirs stands.
        await db.TryAgainAsync(WriteOnceAsync, () =>
        {
            had.Clear();
            return FindAsync(draft, turn.ImportId, cancel);
        });
        await turn.TellAsync(cancel);

        async Task WriteOnceAsync()
        {
            var rows = await MakeAsync(draft, [.. some.Where(fact => fact.Presence == Presence.New)], turn.ImportId, cancel);
            await using var write = await db.BeginWriteAsync(cancel);
            await turn.SayAsync(written, total, cancel);
            await db.Engine.InsertAsync(db, rows, cancel);
            await write.CommitAsync(cancel);
        }
    }
}
