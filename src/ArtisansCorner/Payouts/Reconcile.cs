namespace ArtisansCorner.Payouts;

/// <summary>Holds what sales, refunds, fees and payouts say beside what the channel's account says, order by order.</summary>
public static class Reconcile
{
    /// <summary>Where both differ over all days, each with its own amount.</summary>
    /// <param name="here">What is told here of orders and payouts, as it changes the balance.</param>
    /// <param name="account">What the account tells.</param>
    public static IReadOnlyList<Difference> Run(IEnumerable<Sum> here, IEnumerable<Sum> account)
    {
        var told = account.GroupBy(sum => (sum.Kind, sum.Number)).ToDictionary(alike => alike.Key, alike => (Amount: alike.Sum(sum => sum.Amount), Day: alike.Min(sum => sum.Day)));
        List<Difference> differences = [];
        foreach (var alike in here.GroupBy(sum => (sum.Kind, sum.Number)))
        {
            var amount = alike.Sum(sum => sum.Amount);
            told.Remove(alike.Key, out var there);
            if (amount != there.Amount) differences.Add(new Difference(alike.Key.Kind, alike.Key.Number, alike.Max(sum => sum.SaleId), alike.Min(sum => sum.Day), amount, there.Amount, there.Amount - amount));
        }

        differences.AddRange(told.Where(one => one.Value.Amount != 0).Select(one => new Difference(one.Key.Kind, one.Key.Number, null, one.Value.Day, 0, one.Value.Amount, one.Value.Amount)));
        return [.. differences.OrderBy(one => one.Day).ThenBy(one => one.Number, StringComparer.Ordinal).ThenBy(one => one.Kind)];
    }

    /// <summary>The rows that a kind of file lacks, in months of which there is such a file.</summary>
    public static IReadOnlyList<Gap> Gaps(IReadOnlyCollection<TellingRow> rows, IReadOnlyDictionary<string, PaidOrder> orders, IReadOnlyCollection<Payout> payouts)
    {
        var covered = rows.Select(row => (row.Source, Month(row.Day))).ToHashSet();
        var known = rows.ToLookup(row => (row.Source, row.Key), row => row.Amount);
        List<Gap> gaps = [];
        foreach (var (number, order) in orders)
        {
            // What no such file tells of came in another way.
            if (!known[(RowSource.Orders, number)].Concat(known[(RowSource.Items, number)]).Any()) continue;
            if (Lacks(RowSource.Orders)) gaps.Add(new Gap(RowSource.Orders, number, order.Day, order.Paid + order.Tax));
            if (Lacks(RowSource.Payments)) gaps.Add(new Gap(RowSource.Payments, number, order.Day, order.Paid));
            var worth = known[(RowSource.Orders, number)].FirstOrDefault() - known[(RowSource.Items, number)].Sum();
            if (worth > 0 && covered.Contains((RowSource.Items, Month(order.Day)))) gaps.Add(new Gap(RowSource.Items, number, order.Day, worth));

            bool Lacks(RowSource source) => covered.Contains((source, Month(order.Day))) && !known[(source, number)].Any();
        }

        gaps.AddRange(payouts.Where(payout => covered.Contains((RowSource.Deposits, Month(payout.Day))) && known[(RowSource.Statement, payout.ExternalId)].Any() && !known[(RowSource.Deposits, payout.ExternalId)].Any())
            .Select(payout => new Gap(RowSource.Deposits, payout.ExternalId, payout.Day, payout.Amount)));
        return [.. gaps.OrderBy(gap => gap.Day).ThenBy(gap => gap.Number, StringComparer.Ordinal)];
    }

    private static int Month(DateOnly day) => day.Year * 12 + day.Month;

    /// <summary>What is told of one thing on one day, as it changes the balance.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Number">The order or the payout; nothing for fees of no order.</param>
    /// <param name="SaleId">The sale, where it is here.</param>
    /// <param name="Day">The day.</param>
    /// <param name="Amount">How much, in minor units.</param>
    public sealed record Sum(EntryKind Kind, string? Number, Guid? SaleId, DateOnly Day, long Amount);

    /// <summary>A row of a file, as far as it matters whether it is there.</summary>
    /// <param name="Source">Which kind of file.</param>
    /// <param name="Key">What it is put together by.</param>
    /// <param name="Day">The day.</param>
    /// <param name="Amount">What it comes to.</param>
    public sealed record TellingRow(RowSource Source, string Key, DateOnly Day, long Amount);

    /// <summary>What was paid for an order.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Paid">To the shop.</param>
    /// <param name="Tax">To the marketplace.</param>
    public sealed record PaidOrder(DateOnly Day, long Paid, long Tax);
}
