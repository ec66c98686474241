using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Payouts;

/// <summary>
/// What became, in some days, of the money that buyers paid in one channel. Amounts are minor units of the shop's currency. Where the channel's
/// account is known: opening + buyers paid − refunds − tax − fees + adjustments − payouts + moved + unexplained = closing.
/// </summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Channel">Its name.</param>
/// <param name="Opening">The balance of the account before the first day; nothing while no statement tells of the account.</param>
/// <param name="BuyersPaid">What buyers paid by the sales, the marketplace's tax included.</param>
/// <param name="Refunds">What they got back, the marketplace's tax included.</param>
/// <param name="Tax">Tax that the marketplace keeps, what it gave back taken off.</param>
/// <param name="Fees">Fees by type; negative where more was given back.</param>
/// <param name="FeesTotal">All fees.</param>
/// <param name="Adjustments">What else the account tells of.</param>
/// <param name="Payouts">What was sent to the bank.</param>
/// <param name="Moved">What sales and account tell of on the two sides of the first or the last day.</param>
/// <param name="Unexplained">What the account tells otherwise than sales, fees and payouts: the sum of the differences; nothing while no statement tells of the account.</param>
/// <param name="Closing">The balance that is carried over the last day.</param>
/// <param name="Stated">The balance that the channel shows, where somebody says so.</param>
/// <param name="Missing">What the account here lacks to come to that: the row that is missing, or several.</param>
/// <param name="Differences">Where the difference comes from.</param>
/// <param name="Gaps">Rows that one kind of file lacks and others tell of.</param>
public sealed record Reconciliation(
    Guid ChannelId, string Channel, long? Opening, long BuyersPaid, long Refunds, long Tax, IReadOnlyList<FeeSum> Fees, long FeesTotal, long Adjustments, long Payouts,
    long Moved, long? Unexplained, long? Closing, long? Stated, long? Missing, IReadOnlyList<Difference> Differences, IReadOnlyList<Gap> Gaps)
{
    /// <summary>Whether all of it is explained as far as the files tell.</summary>
    public bool IsClosed => Unexplained == 0 && (Missing ?? 0) == 0 && Differences.Count == 0 && Gaps.Count == 0;

    /// <summary>The same beside the balance that the channel is said to show.</summary>
    public Reconciliation StatedAs(long balance) => this with { Stated = balance, Missing = balance - Closing };
}

/// <summary>Fees of one type.</summary>
/// <param name="Type">The type, in the channel's word.</param>
/// <param name="Amount">Their sum, in minor units.</param>
public sealed record FeeSum(string Type, long Amount);

/// <summary>Something of which the account tells otherwise than sales, fees and payouts do.</summary>
/// <param name="Kind">A payment, a refund, a fee, a tax or a payout.</param>
/// <param name="Number">The order or the payout; nothing for fees of no order.</param>
/// <param name="SaleId">The sale, where it is here.</param>
/// <param name="Day">The day.</param>
/// <param name="Here">What sales, fees and payouts say, in minor units, as it would change the balance.</param>
/// <param name="InAccount">What the account says.</param>
/// <param name="Amount">What the account says more; negative when it says less.</param>
public sealed record Difference(EntryKind Kind, string? Number, Guid? SaleId, DateOnly Day, long Here, long InAccount, long Amount);

/// <summary>A row that one kind of file lacks though others tell of the same.</summary>
/// <param name="Source">Which kind of file.</param>
/// <param name="Number">The order, or the payout.</param>
/// <param name="Day">The day.</param>
/// <param name="Amount">What the row would come to, in minor units.</param>
public sealed record Gap(RowSource Source, string Number, DateOnly Day, long Amount);

/// <summary>What a reconciliation is asked for.</summary>
/// <param name="Range">The days, both included.</param>
/// <param name="Channel">One channel by its name; nothing: all.</param>
public sealed record AskedReconciliation(Period Range, string? Channel = null);
