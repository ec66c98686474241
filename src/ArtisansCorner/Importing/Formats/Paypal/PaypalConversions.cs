namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>
/// Finds what payments in other currencies came to. PayPal changes money by two more rows that name the payment: its net leaves in the other currency,
/// and what it was changed to comes in the shop's. The payment then counts at that rate, and the two rows are told by it.
/// </summary>
internal static class PaypalConversions
{
    /// <summary>The rows in the shop's currency where that is known; others are as they were.</summary>
    public static IEnumerable<PaypalRow> InShopCurrency(IReadOnlyList<PaypalRow> rows)
    {
        var changes = rows.Where(row => PaypalTypes.IsConversion(row.Type) && row.Reference is not null).ToLookup(row => row.Reference!, StringComparer.Ordinal);
        var told = new HashSet<PaypalRow>(ReferenceEqualityComparer.Instance);
        var changed = new Dictionary<PaypalRow, PaypalRow>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows.Where(row => row.Currency is not null && row.Net != 0 && !PaypalTypes.IsConversion(row.Type)))
        {
            if (changes[row.Number].FirstOrDefault(other => other.Currency == row.Currency && other.Net == -row.Net && !told.Contains(other)) is not { } left ||
                changes[row.Number].FirstOrDefault(other => other.Currency is null && Math.Sign(other.Net) == Math.Sign(row.Net) && !told.Contains(other)) is not { } came) continue;
            told.Add(left);
            told.Add(came);
            changed[row] = At(row, came.Net);
        }

        return rows.Where(row => !told.Contains(row)).Select(row => changed.GetValueOrDefault(row, row));
    }

    // The fee is rounded, never the net: that is what the balance grew by.
    private static PaypalRow At(PaypalRow row, decimal net)
    {
        var rate = net / row.Net;
        var fee = decimal.Round(row.Fee * rate, 2, MidpointRounding.AwayFromZero);
        return row with
        {
            Currency = null,
            Fee = fee,
            Gross = net + fee,
            Sale = row.Sale is { } sale ? sale with { Shipping = sale.Shipping * rate, Tax = sale.Tax * rate } : null,
        };
    }
}
