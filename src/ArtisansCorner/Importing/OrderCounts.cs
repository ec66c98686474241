using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing;

/// <summary>What the orders of a file come to, added up while they pass by; a few are kept as examples.</summary>
internal sealed class OrderCounts
{
    private const int MostDiffering = 5;
    private readonly Examples sales = new(5);
    private readonly Examples refunds = new(2);
    private readonly Examples here = new(5);
    private readonly List<DifferingSale> differing = [];
    private readonly HashNumbers told = new();
    private long differs;

    /// <summary>Sales that go in.</summary>
    public long Sales { get; private set; }

    /// <summary>Refunds that go in.</summary>
    public long Refunds { get; private set; }

    /// <summary>Sales that are here and become complete.</summary>
    public long Completed { get; private set; }

    /// <summary>Sales and refunds that are here.</summary>
    public long Here { get; private set; }

    /// <summary>Sales that are here with another sum.</summary>
    public DifferingSales Differing => new(differs, differing);

    /// <summary>Lines of what goes in.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines of what goes in by itself, not put together from several files.</summary>
    public long SingleLines { get; private set; }

    /// <summary>Gross sales that go in, in minor units.</summary>
    public long Gross { get; private set; }

    /// <summary>The first business day.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last business day.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether there was any.</summary>
    public bool Any => From is not null;

    /// <summary>Adds the orders that the draft holds now; where they stand is known.</summary>
    public void Add(ImportDraft draft)
    {
        foreach (var order in draft.Orders)
        {
            Hear(order.Day);
            if (order.Presence == Presence.Here)
            {
                Here++;
                this.here.Add(draft, order);
                Compare(draft, order);
                continue;
            }

            if (IsToldAlready(draft, order)) continue;
            Lines += order.Lines;
            if (!order.IsJoined) SingleLines += order.Lines;
            if (order.IsRefund)
            {
                if (!order.IsCompleted) Refunds++;
                refunds.Add(draft, order);
                continue;
            }

            if (order.IsCompleted) Completed++;
            else Sales++;
            for (var at = order.First; at >= 0; at = draft.Lines[at].Next) Gross += draft.Lines[at].Gross;
            Gross -= order.GrossBefore ?? 0;
            sales.Add(draft, order);
        }
    }

    // What a table of one's own tells of an order, and what files say of it that are put together, is one sale; the files are read last.
    private bool IsToldAlready(ImportDraft draft, DraftOrder order)
    {
        if (order.IsRefund || !draft.HasSeveralTables) return false;
        var hash = OrderHash.Of(order.Number, order.Channel);
        if (order.IsJoined) return told.Has(hash);
        told[hash] = 1;
        return false;
    }

    private void Compare(ImportDraft draft, DraftOrder order)
    {
        if (order.GoodsHere is not { } goods || draft.GoodsOf(order) is var told && told == goods) return;
        differs++;
        if (differing.Count < MostDiffering) differing.Add(new DifferingSale(order.Number, order.Day, told, goods));
    }

    /// <summary>Adds a business day that the file tells of.</summary>
    public void Hear(DateOnly day) => (From, To) = (From < day ? From : day, To > day ? To : day);

    /// <summary>The first sales and refunds that go in; once all was read, for a later row may tell how a product is called.</summary>
    public IReadOnlyList<ImportExample> Adding(ImportDraft draft) => [.. sales.Of(draft), .. refunds.Of(draft)];

    /// <summary>The first sales and refunds that are here.</summary>
    public IReadOnlyList<ImportExample> AlreadyHere(ImportDraft draft) => [.. here.Of(draft)];

    /// <summary>The first few of some orders in the order of the file, with their lines, for the draft forgets them.</summary>
    private sealed class Examples(int most)
    {
        private readonly List<(int Row, DraftOrder Order, DraftLine[] Lines)> first = [];

        public void Add(ImportDraft draft, DraftOrder order)
        {
            // What is put together from several files comes after what stands in one.
            var row = order.IsJoined ? int.MaxValue : draft.Lines[order.First].Row;
            if (first.Count == most && first[^1].Row <= row) return;
            var place = first.FindIndex(one => one.Row > row);
            first.Insert(place < 0 ? first.Count : place, (row, order, [.. draft.LinesOf(order)]));
            if (first.Count > most) first.RemoveAt(most);
        }

        public IEnumerable<ImportExample> Of(ImportDraft draft) => first.Select(one => new ImportExample(
            one.Order.Number,
            one.Order.IsRefund,
            one.Order.Day,
            DraftWords.Summary(draft, one.Lines),
            one.Lines.Sum(line => line.Gross - line.Discount) - (one.Order.OrderDiscount ?? 0)));
    }
}
