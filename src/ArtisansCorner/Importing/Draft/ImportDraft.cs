using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// What one file says, checked and held compactly: the same file always makes the same draft, so that an interrupted import is taken up
/// by reading its file again. Of sales and refunds it holds those that are open, and those that are whole until they are forgotten.
/// </summary>
internal sealed class ImportDraft
{
    private readonly DraftNames names = new();
    private readonly DraftFacts facts = new();
    private readonly OpenOrders open = new();
    private readonly List<DraftOrder> late = [];
    private readonly Dictionary<Type, object> shared = [];

    /// <summary>The rows of the file that are held now, where all of them would be too many; of those that come before sales others.</summary>
    public Round Round { get; set; } = Round.Only;

    /// <summary>Of the rows that come before sales, those that are held now.</summary>
    public Round RoundBeforeSales { get; set; } = Round.Only;

    /// <summary>How many rows that are read in rounds stand in tables before the one that is read.</summary>
    public int RowsBefore { get; set; }

    /// <summary>Whether the upload has several tables, which may tell of the same orders.</summary>
    public bool HasSeveralTables { get; set; }

    /// <summary>The sales and refunds that are whole and not forgotten, in the order in which they became whole.</summary>
    public List<DraftOrder> Orders { get; } = [];

    /// <summary>How many lines those have that became whole since something was forgotten.</summary>
    public int Waiting { get; private set; }

    /// <summary>What orders that are opened now become whole with.</summary>
    public ulong Group { get; set; }

    /// <summary>Their lines; an order's are chained by <see cref="DraftLine.Next"/>.</summary>
    public OrderLines Lines { get; } = new();

    /// <summary>The products that sales name by a code.</summary>
    public DraftProducts Products => names.Products;

    /// <summary>The customers that the file is about, so that they go in without an order too.</summary>
    public List<DraftCustomer> Wanted { get; } = [];

    /// <summary>Who the customers are that were looked for.</summary>
    public KnownCustomers KnownCustomers { get; } = new();

    /// <summary>The customers who are needed by what the draft holds now; one may be there twice, for rows far from each other.</summary>
    public IEnumerable<DraftCustomer> Customers => Wanted.Concat(Orders.Where(order => order.Presence != Presence.Here).Select(order => order.Customer).OfType<DraftCustomer>()).Distinct();

    /// <summary>The titles of lines without a code, once they were looked for.</summary>
    public DraftTitles Titles { get; } = new();

    /// <summary>The channels that the file names.</summary>
    public List<DraftChannel> Channels => names.Channels;

    /// <summary>Everything that the file tells beside sales and refunds.</summary>
    public IEnumerable<DraftFact> Facts => facts.All;

    /// <summary>What the rows of several files come to together, once it is known what of them is here.</summary>
    public List<DraftJoin> Joins { get; } = [];

    /// <summary>What remains to be done with each order that is whole, before it is looked at.</summary>
    public List<Action<DraftOrder>> WhenWhole { get; } = [];

    /// <summary>What remains to be done when every row was read.</summary>
    public List<Action> AtEnd { get; } = [];

    /// <summary>The last day that the file tells of, as far as it was read.</summary>
    public DateTime LastDay { get; private set; }

    /// <summary>The rows that do not go in.</summary>
    public Rejections Rejections { get; } = new();

    /// <summary>The codes of the products of its files of products.</summary>
    public DraftCodes Codes { get; } = new();

    /// <summary>The codes of the materials of its files of materials.</summary>
    public DraftCodes MaterialCodes { get; } = new();

    /// <summary>What readers of one kind share over the tables of an upload, made when it is first asked for.</summary>
    public T Shared<T>()
        where T : class, new()
    {
        if (shared.TryGetValue(typeof(T), out var known)) return (T)known;
        var made = new T();
        shared.Add(typeof(T), made);
        return made;
    }

    /// <inheritdoc cref="DraftFacts.Of{T}" />
    public IReadOnlyList<T> Of<T>()
        where T : DraftFact => facts.Of<T>();

    /// <inheritdoc cref="DraftFacts.Add" />
    public bool Add(DraftFact fact) => facts.Add(fact, Round);

    /// <inheritdoc cref="DraftFacts.Remove{T}" />
    public IReadOnlyList<int> Remove<T>(Predicate<T> which)
        where T : DraftFact => facts.Remove(which);

    /// <inheritdoc cref="DraftNames.Text" />
    public string Text(ReadOnlySpan<char> text) => names.Text(text);

    /// <inheritdoc cref="DraftNames.ChannelOf" />
    public int ChannelOf(string name) => names.ChannelOf(name);

    /// <inheritdoc cref="DraftNames.CustomerOf" />
    public DraftCustomer CustomerOf(int channel, string externalId) => names.CustomerOf(channel, externalId);

    /// <inheritdoc cref="DraftNames.CustomerByEmail" />
    public DraftCustomer CustomerByEmail(int channel, string email) => names.CustomerByEmail(channel, email);

    /// <summary>An order's number, in the copy that its other rows have; unlike other texts it is seldom another order's too.</summary>
    public string NumberOf(int channel, bool isRefund, ReadOnlySpan<char> number) => open.Find(channel, isRefund, number)?.Number ?? number.ToString();

    /// <inheritdoc cref="OpenOrders.Find" />
    public DraftOrder? Find(int channel, bool isRefund, ReadOnlySpan<char> number) => open.Find(channel, isRefund, number);

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

    /// <inheritdoc cref="OrderLines.Add" />
    public void Add(DraftOrder order, DraftLine line) => Lines.Add(order, line);

    /// <summary>What a line is of, and the choice of a person that says so; nothing where that is not known.</summary>
    public (Guid? VariantId, Guid? MatchedById) VariantOf(DraftOrder order, in DraftLine line) =>
        line.Product >= 0 ? (Products[line.Product].VariantId, null)
        // Who says that it is none of the shop's products says nothing of a line.
        : Titles.MeaningOf(order.Channel, line.Title) is { VariantId: { } variant } meaning ? (variant, meaning.AliasId) : (null, null);

    /// <inheritdoc cref="OrderLines.Of" />
    public IEnumerable<DraftLine> LinesOf(DraftOrder order) => Lines.Of(order);

    /// <summary>What the goods of an order come to, less discounts.</summary>
    public long GoodsOf(DraftOrder order) => Lines.Of(order).Sum(line => line.Gross - line.Discount) - (order.OrderDiscount ?? 0);

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
        foreach (var order in Orders.Where(order => !order.IsKept)) Lines.Free(order);
        Orders.RemoveAll(order => !order.IsKept);
        names.ForgetCustomers();
        Waiting = 0;
    }

    /// <summary>Forgets what was held for a round after sales, once it was dealt with.</summary>
    public void ForgetRound()
    {
        Orders.ForEach(Lines.Free);
        Orders.Clear();
        Joins.Clear();
        facts.ForgetRound(InRounds.AfterSales);
        names.ForgetCustomers();
        Waiting = 0;
    }

    /// <summary>Forgets what was held for a round before sales, once it was dealt with.</summary>
    public void ForgetRoundBeforeSales()
    {
        facts.ForgetRound(InRounds.BeforeSales);
        Wanted.Clear();
        names.ForgetCustomers();
        Codes.ForgetRound();
        MaterialCodes.ForgetRound();
    }

    /// <summary>Forgets products and customers.</summary>
    public void ForgetNames()
    {
        names.Forget();
        Wanted.Clear();
        KnownCustomers.Clear();
    }

    /// <summary>Ends the reading: all orders are whole, and rejections come in the order of the file.</summary>
    public void Complete()
    {
        AtEnd.ForEach(finish => finish());
        Close(DraftOrder.UntilTheEnd);
        Orders.AddRange(late);
        Rejections.Sort();
        // They were only for putting rows together; a large file's are large.
        late.Clear();
        facts.Complete();
        names.Complete();
        WhenWhole.Clear();
        AtEnd.Clear();
        shared.Clear();
    }

    /// <summary>An order of which a row is wrong is left out, for half an order would be a wrong figure.</summary>
    private void Finish(DraftOrder order)
    {
        foreach (var look in WhenWhole) look(order);
        if (order is { Spoiled: false, OrderDiscount: > 0 } && order.OrderDiscount > LinesOf(order).Sum(line => line.Gross - line.Discount)) Spoil(order, Reasons.DiscountTooLarge);
        if (order.Spoiled)
        {
            foreach (var line in LinesOf(order).Skip(order.IsWrongAsAWhole ? 1 : 0)) Rejections.Add(new Rejection(line.Row, Reasons.OrderSpoiled));
            Lines.Free(order);
        }
        else if (order.Lines > 0)
        {
            Waiting += order.Lines;
            // What was given back in all may count on a day that only the end of the file tells.
            (order.InAll is null ? Orders : late).Add(order);
        }
    }
}
