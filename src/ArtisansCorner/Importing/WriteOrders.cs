using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing;

/// <summary>Writes the orders that a draft holds in short transactions, so that others can write between them.</summary>
internal sealed class WriteOrders(AppDb db, FindPresence presence, MoveImportedStock stock, MakeFacts makeFacts, RecordManySales record)
{
    // What is made of so many lives no longer than a transaction, and is gone before it is old: more of it made the memory grow.
    private const int LinesAtOnce = 4_000;

    private static readonly Dictionary<int, (Guid, long)> NoCosts = [];
    private ImportDraft draft = new();
    private ImportTurn turn = null!;
    private long written;
    private long total;

    /// <summary>The business days whose figures changed. They are told when all is written: buyers and days come back, and to count them time and again took longer than writing.</summary>
    public HashSet<DateOnly> Days { get; } = [];

    /// <summary>What was written, and what was here.</summary>
    public OrderCounts Counts { get; } = new();

    /// <summary>Begins with a draft whose channels, products and customers all have their ids.</summary>
    /// <param name="forTurn">The hold on the import.</param>
    /// <param name="of">The draft; its orders come and go.</param>
    /// <param name="lines">How many lines there are to write.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task BeginAsync(ImportTurn forTurn, ImportDraft of, long lines, CancellationToken cancel)
    {
        (turn, draft, total) = (forTurn, of, lines);
        makeFacts.Begin(draft, turn.ImportId);
        await stock.BeginAsync(draft, cancel);
    }

    /// <summary>Says how far it is.</summary>
    public ValueTask TickAsync(CancellationToken cancel) => turn.TickAsync(written, total, cancel);

    /// <summary>Writes those of the orders in the draft that are new; those that are put together from several files are written elsewhere.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var single = draft.Orders.Where(order => !order.IsJoined).ToList();
        // What stood before an interruption may not have been told.
        foreach (var order in single.Where(order => order.Presence == Presence.Written))
        {
            written += order.Lines;
            Days.Add(order.Day);
        }

        // A refund of a sale in the same file needs the sale first.
        var adding = single.Where(order => order.Presence == Presence.New).ToList();
        foreach (var chunk in Chunks(adding.Where(order => !order.IsRefund).Concat(adding.Where(order => order.IsRefund))))
        {
            written += chunk.Sum(order => order.Lines);
            await WriteAsync(chunk, cancel);
        }

        Counts.Add(draft);
    }

    private IEnumerable<List<DraftOrder>> Chunks(IEnumerable<DraftOrder> orders)
    {
        var chunk = new List<DraftOrder>();
        var lines = 0;
        foreach (var order in orders)
        {
            chunk.Add(order);
            if ((lines += stock.WeightOf(order)) < LinesAtOnce) continue;
            yield return chunk;
            (chunk, lines) = ([], 0);
        }

        if (chunk.Count > 0) yield return chunk;
    }

    private async Task WriteAsync(List<DraftOrder> chunk, CancellationToken cancel)
    {
        // Someone may write one of these orders at this very moment: theirs stands.
        await db.TryAgainAsync(() => WriteOnceAsync(chunk, cancel), async () =>
        {
            foreach (var alike in chunk.GroupBy(order => (order.Channel, order.IsRefund)))
                await presence.MarkAsync([.. alike], draft.Channels[alike.Key.Channel].Id!.Value, alike.Key.IsRefund, turn.ImportId, cancel);
        });
        await turn.TellAsync(cancel);
    }

    private async Task WriteOnceAsync(List<DraftOrder> chunk, CancellationToken cancel)
    {
        var orders = chunk.Where(order => order.Presence == Presence.New).ToList();
        var ids = new AscendingIds();
        foreach (var order in orders) order.Id = ids.Next();
        var moving = stock.Moving(orders);
        // Without stock to ask for its cost, all is made before the transaction begins, for others wait for its end.
        var facts = moving.Count == 0 ? await makeFacts.RunAsync(orders, NoCosts, cancel) : null;
        await using var write = await db.BeginWriteAsync(cancel);
        await turn.SayAsync(written, total, cancel);
        facts ??= await makeFacts.RunAsync(orders, await stock.MoveAsync(moving, cancel), cancel);
        await record.WriteAsync(facts, cancel);
        Days.UnionWith(orders.Select(order => order.Day));
        await write.CommitAsync(cancel);
    }
}
