using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// What one file says, checked and held compactly: the same file always makes the same draft, so that an interrupted import is taken up
/// by reading its file again. Of sales and refunds it holds those that are open, and those that are whole until they are forgotten.
/// </summary>
internal sealed class ImportDraft
{
    // Texts repeat near each other; a file in which none does must not fill the memory with them.
    private const int MostTexts = 20_000;

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> products = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Channel, string Key), int> customers = [];
    private readonly OpenOrders open = new();
    private readonly List<DraftOrder> late = [];
    private readonly Dictionary<string, int> channels = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> shared = [];
    private readonly Dictionary<Type, List<DraftFact>> facts = [];
    private readonly HashSet<(Type Kind, int Channel, string Number)> numbers = [];
    private int free = -1;

    /// <summary>The sales and refunds that are whole and not forgotten, in the order in which they became whole.</summary>
    public List<DraftOrder> Orders { get; } = [];

    /// <summary>How many lines those have that became whole since something was forgotten.</summary>
    public int Waiting { get; private set; }

    /// <summary>What orders that are opened now become whole with.</summary>
    public ulong Group { get; set; }

    /// <summary>Their lines; an order's are chained by <see cref="DraftLine.Next"/>.</summary>
    public Blocks<DraftLine> Lines { get; } = new();

    /// <summary>The products that the file names.</summary>
    public List<DraftProduct> Products { get; } = [];

    /// <summary>The customers that the file names.</summary>
    public List<DraftCustomer> Customers { get; } = [];

    /// <summary>The titles of lines without a code, once they were looked for.</summary>
    public Dictionary<(int Channel, string Title), DraftTitle> Titles { get; } = [];

    /// <summary>The channels that the file names.</summary>
    public List<DraftChannel> Channels { get; } = [];

    /// <summary>Whether the file tells of nothing beside sales and refunds that can go in.</summary>
    public bool HasOnlyOrders => Joins.Count == 0 && !Facts.Any() && !Customers.Exists(customer => customer.IsWanted);

    /// <summary>Everything that the file tells beside sales and refunds.</summary>
    public IEnumerable<DraftFact> Facts => facts.Values.SelectMany(some => some);

    /// <summary>What the rows of several files come to together, once it is known what of them is here.</summary>
    public List<DraftJoin> Joins { get; } = [];

    /// <summary>What remains to be done with each order that is whole, before it is looked at.</summary>
    public List<Action<DraftOrder>> WhenWhole { get; } = [];

    /// <summary>What remains to be done when every row was read.</summary>
    public List<Action> AtEnd { get; } = [];

    /// <summary>The last day that the file tells of, as far as it was read.</summary>
    public DateTime LastDay { get; private set; }

    /// <summary>The rows that do not go in.</summary>
    public List<Rejection> Rejections { get; } = [];

    /// <summary>The codes that its products of products' files have, as they are compared: each is one thing.</summary>
    public HashSet<string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>What readers of one kind share over the tables of an upload, made when it is first asked for.</summary>
    public T Shared<T>()
        where T : class, new()
    {
        if (shared.TryGetValue(typeof(T), out var known)) return (T)known;
        var made = new T();
        shared.Add(typeof(T), made);
        return made;
    }

    /// <summary>The facts of one kind, in the order of the file.</summary>
    public IReadOnlyList<T> Of<T>()
        where T : DraftFact => facts.TryGetValue(typeof(T), out var some) ? [.. some.Cast<T>()] : [];

    /// <summary>Adds a fact; false, and nothing is added, when the draft has one of this kind and number already.</summary>
    public bool Add(DraftFact fact)
    {
        if (!numbers.Add((fact.GetType(), fact.Channel, fact.Number))) return false;
        if (!facts.TryGetValue(fact.GetType(), out var some)) facts.Add(fact.GetType(), some = []);
        some.Add(fact);
        return true;
    }

    /// <summary>Takes facts out again, and tells their rows.</summary>
    public IReadOnlyList<int> Remove<T>(Predicate<T> which)
        where T : DraftFact
    {
        if (!facts.TryGetValue(typeof(T), out var some)) return [];
        var gone = some.Where(fact => which((T)fact)).ToList();
        if (gone.Count > 0) some.RemoveAll(gone.ToHashSet().Contains);
        return gone.ConvertAll(fact => fact.Row);
    }

    /// <summary>The one copy of a text that occurs often.</summary>
    public string Text(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known)) return known;
        var made = text.ToString();
        if (texts.Count == MostTexts) texts.Clear();
        texts.Add(made, made);
        return made;
    }

    /// <summary>The channel of this name.</summary>
    public int ChannelOf(string name)
    {
        var key = Channel.KeyOf(name);
        if (channels.TryGetValue(key, out var at)) return at;
        Channels.Add(new DraftChannel { Name = name, Key = key });
        return channels[key] = Channels.Count - 1;
    }

    /// <summary>The product with this code in any case; −1 where there is none.</summary>
    public int ProductOf(ReadOnlySpan<char> sku)
    {
        if (sku.IsEmpty) return -1;
        Span<char> upper = stackalloc char[Math.Max(sku.Length, 1)];
        sku.ToUpperInvariant(upper);
        var lookup = products.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(upper, out var at)) return at;
        var text = sku.ToString();
        Products.Add(new DraftProduct { Sku = text, Key = Variant.KeyOf(text) });
        lookup[upper] = Products.Count - 1;
        return Products.Count - 1;
    }

    /// <summary>The customer whom a channel knows by this number; −1 where there is none.</summary>
    public int CustomerOf(int channel, string externalId)
    {
        if (externalId.Length == 0) return -1;
        if (customers.TryGetValue((channel, externalId), out var at)) return at;
        Customers.Add(new DraftCustomer { Channel = channel, ExternalId = externalId });
        return customers[(channel, externalId)] = Customers.Count - 1;
    }

    /// <summary>The customer with this e-mail.</summary>
    public int CustomerByEmail(int channel, string email)
    {
        var key = Customer.EmailKeyOf(email)!;
        if (customers.TryGetValue((-1, key), out var at)) return at;
        Customers.Add(new DraftCustomer { Channel = channel, Email = email, EmailKey = key });
        return customers[(-1, key)] = Customers.Count - 1;
    }

    /// <summary>An order's number, in the copy that its other rows have; unlike other texts it is seldom another order's too.</summary>
    public string NumberOf(int channel, bool isRefund, ReadOnlySpan<char> number) => open.Find(channel, isRefund, number)?.Number ?? number.ToString();

    /// <summary>The sale or refund of this number, made when it is new.</summary>
    public DraftOrder OrderOf(int channel, bool isRefund, string number, FileMoment moment, string? refundOf = null)
    {
        if (open.Find(channel, isRefund, number) is { } known)
        {
            if (moment.At < known.Moment.At) known.Moment = moment;
            return known;
        }

        var made = new DraftOrder { Channel = channel, IsRefund = isRefund, Number = number, Moment = moment, RefundOf = refundOf, Group = Group };
        open.Add(made);
        return made;
    }

    /// <summary>Hears of a moment that the file tells.</summary>
    public void Hear(FileMoment moment) => LastDay = moment.At.Date > LastDay ? moment.At.Date : LastDay;

    /// <summary>Rejects a row for a mistake, and its whole order with it.</summary>
    public void Spoil(int channel, bool isRefund, string number, Rejection rejection)
    {
        Rejections.Add(rejection);
        OrderOf(channel, isRefund, number, new FileMoment(DateTime.MaxValue, true)).Spoiled = true;
    }

    /// <summary>Leaves an order out for what is wrong with all of it; its first row says so.</summary>
    public void Spoil(DraftOrder order, string reason)
    {
        order.Spoiled = order.IsWrongAsAWhole = true;
        Rejections.Add(new Rejection(Lines[order.First].Row, reason));
    }

    /// <summary>Adds a line to an order.</summary>
    public void Add(DraftOrder order, DraftLine line)
    {
        line.Next = -1;
        var at = free;
        if (at < 0) at = Lines.Add(line);
        else (free, Lines[at]) = (Lines[at].Next, line);
        if (order.First < 0) order.First = at;
        else Lines[order.Last].Next = at;
        order.Last = at;
        order.Lines++;
    }

    /// <summary>What a line is of, and the choice of a person that says so; nothing where that is not known.</summary>
    public (Guid? VariantId, Guid? MatchedById) VariantOf(DraftOrder order, in DraftLine line) =>
        line.Product >= 0 ? (Products[line.Product].VariantId, null)
        : Titles.Count > 0 && Titles.TryGetValue((order.Channel, line.Title), out var title) ? (title.VariantId, title.VariantId is null ? null : title.AliasId) : (null, null);

    /// <summary>The lines of an order, in the order of the file.</summary>
    public IEnumerable<DraftLine> LinesOf(DraftOrder order)
    {
        for (var at = order.First; at >= 0; at = Lines[at].Next) yield return Lines[at];
    }

    /// <summary>Ends a group of open orders: they are whole.</summary>
    public void Close(ulong group)
    {
        // Of a sale that is whole a refund may be made, which is whole too.
        while (open.Take(group) is { Count: > 0 } whole)
        {
            foreach (var order in whole) Finish(order);
        }
    }

    /// <summary>Forgets the orders that were dealt with; those that reading the orders of the file again would not bring stay.</summary>
    public void Forget()
    {
        foreach (var order in Orders.Where(order => !order.IsKept)) Free(order);
        Orders.RemoveAll(order => !order.IsKept);
        Waiting = 0;
    }

    /// <summary>Ends the reading: all orders are whole, and rejections come in the order of the file.</summary>
    public void Complete()
    {
        AtEnd.ForEach(finish => finish());
        Close(DraftOrder.UntilTheEnd);
        Orders.AddRange(late);
        Rejections.Sort((a, b) => a.Row.CompareTo(b.Row));
        // They were only for putting rows together; a large file's are large.
        late.Clear();
        numbers.Clear();
        numbers.TrimExcess();
        texts.Clear();
        texts.TrimExcess();
        WhenWhole.Clear();
        AtEnd.Clear();
        shared.Clear();
    }

    /// <summary>An order of which a row is wrong is left out, for half an order would be a wrong figure.</summary>
    private void Finish(DraftOrder order)
    {
        WhenWhole.ForEach(look => look(order));
        if (order is { Spoiled: false, OrderDiscount: > 0 } && order.OrderDiscount > LinesOf(order).Sum(line => line.Gross - line.Discount)) Spoil(order, Reasons.DiscountTooLarge);
        if (order.Spoiled)
        {
            foreach (var line in LinesOf(order).Skip(order.IsWrongAsAWhole ? 1 : 0)) Rejections.Add(new Rejection(line.Row, Reasons.OrderSpoiled));
            Free(order);
        }
        else if (order.Lines > 0)
        {
            Waiting += order.Lines;
            // What was given back in all may count on a day that only the end of the file tells.
            (order.InAll is null ? Orders : late).Add(order);
        }
    }

    private void Free(DraftOrder order)
    {
        if (order.First < 0) return;
        (Lines[order.Last].Next, free) = (free, order.First);
        (order.First, order.Last, order.Lines) = (-1, -1, 0);
    }
}
