using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>One sale or refund of a file, before it is written.</summary>
internal sealed class DraftOrder
{
    /// <summary>The group of orders of which it is not known before the end of the file that they are whole.</summary>
    public const ulong UntilTheEnd = 0;

    /// <summary>The id it is written under, once it is.</summary>
    public Guid Id { get; set; }

    /// <summary>Where it comes from, among the draft's channels.</summary>
    public required int Channel { get; init; }

    /// <summary>What the channel calls it.</summary>
    public required string Number { get; set; }

    /// <summary>What earlier versions called it, where it has no number of its own: under this it may be here.</summary>
    public string? FormerNumber { get; set; }

    /// <summary>Whether it gives money back.</summary>
    public required bool IsRefund { get; init; }

    /// <summary>The number of the sale that a refund belongs to, where the file says so.</summary>
    public string? RefundOf { get; init; }

    /// <summary>When; the earliest of its rows.</summary>
    public FileMoment Moment { get; set; }

    /// <summary>Its business day.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Moment.At);

    /// <summary>Who, among the draft's customers; −1 where the file does not say.</summary>
    public DraftCustomer? Customer { get; set; }

    /// <summary>The discount on the whole order.</summary>
    public long? OrderDiscount { get; set; }

    /// <summary>Shipping charged or given back.</summary>
    public long? Shipping { get; set; }

    /// <summary>What was taken off the shipping; part of it.</summary>
    public long ShippingDiscount { get; init; }

    /// <summary>Own tax.</summary>
    public long? Tax { get; set; }

    /// <summary>Tax that the marketplace collects.</summary>
    public long? MarketplaceTax { get; set; }

    /// <summary>What the channel keeps.</summary>
    public long? Fees { get; set; }

    /// <summary>The buyer's name where nothing else is known of them.</summary>
    public string? Buyer { get; set; }

    /// <summary>Of a refund that tells all that was given back so far: how much that is.</summary>
    public GivenInAll? InAll { get; set; }

    /// <summary>Of a refund that is an amount alone: how much, of whatever the sale was.</summary>
    public long? AmountAlone { get; set; }

    /// <summary>A word to oneself.</summary>
    public string? Note { get; set; }

    /// <summary>Its first line, among the draft's.</summary>
    public int First { get; set; } = -1;

    /// <summary>Its last line.</summary>
    public int Last { get; set; } = -1;

    /// <summary>How many lines it has.</summary>
    public int Lines { get; set; }

    /// <summary>Whether one of its rows is wrong, so that none of it goes in.</summary>
    public bool Spoiled { get; set; }

    /// <summary>Whether its first row is rejected for what is wrong with all of it.</summary>
    public bool IsWrongAsAWhole { get; set; }

    /// <summary>What it becomes whole with, while it is open.</summary>
    public ulong Group { get; init; }

    /// <summary>The open order of its group before it.</summary>
    public DraftOrder? Before { get; set; }

    /// <summary>Whether it stays in the draft, for going through the orders of the file once more does not bring it.</summary>
    public bool IsKept => Group == UntilTheEnd;

    /// <summary>Where it stands in the database.</summary>
    public Presence Presence { get; set; }

    /// <summary>What the goods of the sale come to that is here under its number, less discounts.</summary>
    public long? GoodsHere { get; set; }

    /// <summary>Whether it was put together from the rows of several files.</summary>
    public bool IsJoined { get; init; }

    /// <summary>The import that first told of it, where that is another than the one that writes it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>What of its gross sales is here already; nothing where the order is new.</summary>
    public long? GrossBefore { get; init; }

    /// <summary>Whether it is here already, and becomes complete.</summary>
    public bool IsCompleted => GrossBefore is not null;
}

/// <summary>All that was given back of an order by the time of a file, which does not say when.</summary>
/// <param name="Amount">How much, in minor units.</param>
/// <param name="Order">What the order comes to.</param>
/// <param name="CancelledAt">When all of it was called off; nothing: it is not known, so the last day of the file counts.</param>
internal sealed record GivenInAll(long Amount, OrderMoney Order, FileMoment? CancelledAt);

/// <summary>Whether an order of the file is in the database already.</summary>
internal enum Presence
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>This very import wrote it, before it was interrupted.</summary>
    Written,

    /// <summary>It was there before.</summary>
    Here,

    /// <summary>It was there before, and the file knows more of it.</summary>
    Completed,

    /// <summary>It is there, and nobody tells of it any more.</summary>
    Gone,
}
