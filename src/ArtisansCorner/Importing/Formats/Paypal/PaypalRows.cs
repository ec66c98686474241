using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>Understands the rows of PayPal's files; books them once all are read.</summary>
internal sealed class PaypalRows(Headings headings, PaypalColumns columns, CellCheck check, ShopFacts shop, ImportDraft draft, bool withSales)
{
    private const string ChannelName = "PayPal";
    private const int LongestType = 100;
    private readonly AccountBook book = new(draft, ChannelName);
    private readonly List<PaypalRow> rows = [];

    /// <summary>Keeps the row, or says why it does not go in.</summary>
    public void Read(CsvRows row)
    {
        // What a payment was changed to comes in one round with it.
        if (!draft.Round.Holds(!row[columns.Reference].IsEmpty && PaypalTypes.IsConversion(row[columns.Kind]) ? row[columns.Reference] : row[columns.Number])) return;
        if (Check(row, out var moment, out var gross, out var fee) is { } rejection)
        {
            draft.Rejections.Add(rejection);
            return;
        }

        rows.Add(new PaypalRow(
            row.Number, row[columns.Number].ToString(), row[columns.Reference] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } reference ? reference.ToString() : null,
            moment, draft.Text(row[columns.Kind].UpTo(LongestType)), check.IsOtherCurrency(row, columns.Currency) ? draft.Text(row[columns.Currency]) : null, gross, fee, Wrong(row, columns.Currency, Reasons.OtherCurrency))
        {
            BankAccount = row[columns.Bank] is { IsEmpty: false } bank ? bank[Math.Max(0, bank.Length - 4)..].ToString() : null,
            Sale = withSales ? SaleOf(row) : null,
        });
    }

    /// <summary>Books what was read, what was paid in other currencies at what it was changed to.</summary>
    public void End()
    {
        foreach (var row in PaypalConversions.InShopCurrency(rows))
        {
            if (row.Currency is not null || check.Minor(row.Gross) is not { } gross || check.Minor(row.Net) is not { } net) draft.Rejections.Add(row.Rejected);
            else if (book.Add(Booked(row, gross, gross - net)) && row.Sale is { } sale) Sell(row, gross, sale);
        }
    }

    private static Booking Booked(PaypalRow row, long gross, long fee) => new(row.Row, row.Number, DateOnly.FromDateTime(row.Moment.At), row.Kind, row.Type, gross, fee)
    {
        OrderNumber = row.Kind switch { EntryKind.Sale => row.Number, EntryKind.Refund or EntryKind.Fee => row.Reference, _ => null },
        BankAccount = row.BankAccount,
    };

    private Rejection? Check(CsvRows row, out FileMoment moment, out decimal gross, out decimal fee)
    {
        (moment, gross, fee) = (default, 0, 0);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Number].IsEmpty) return Wrong(row, columns.Number, Reasons.NoNumber);
        if (row[columns.Number].Length > CellCheck.LongestNumber) return Wrong(row, columns.Number, Reasons.TooLong);
        if (check.RefuseMoment(row[columns.Date], row[columns.Time], out moment) is { } undated) return Wrong(row, columns.Date, undated);
        moment = ClockNames.OnShopClock(moment, row[columns.Clock], shop.Zone);
        if (ChangedNothing(row) is { } column) return Wrong(row, column, Reasons.NotBooked);
        if (!TryAmount(row, columns.Gross, out gross)) return Wrong(row, columns.Gross, check.NoAmount(row[columns.Gross]));
        if (!TryAmount(row, columns.Fee, out fee)) return Wrong(row, columns.Fee, check.NoAmount(row[columns.Fee]));
        if (!TryAmount(row, columns.Net, out var net)) return Wrong(row, columns.Net, check.NoAmount(row[columns.Net]));
        fee = -fee;
        return gross - fee == net ? null : Wrong(row, columns.Net, Reasons.DoesNotAddUp);
    }

    /// <summary>The column that says that the balance did not change: a payment that waits, was denied, or is told for information.</summary>
    private int? ChangedNothing(CsvRows row)
    {
        if (row[columns.Impact].Equals("memo", StringComparison.OrdinalIgnoreCase)) return columns.Impact;
        foreach (var status in (ReadOnlySpan<string>)["pending", "denied", "canceled", "cancelled", "expired", "failed", "voided", "unclaimed", "unpaid"])
        {
            if (row[columns.Status].Equals(status, StringComparison.OrdinalIgnoreCase)) return columns.Status;
        }

        return null;
    }

    private bool TryAmount(CsvRows row, int column, out decimal amount)
    {
        amount = 0;
        return row[column] is { IsEmpty: true } or "-" or "--" or "..." || check.TryAmount(row[column], out amount);
    }

    private PaypalSale? SaleOf(CsvRows row)
    {
        if (!TryAmount(row, columns.Shipping, out var shipping) || !TryAmount(row, columns.Tax, out var tax)) (shipping, tax) = (0, 0);
        var customer = row[columns.Email].Contains('@') ? draft.CustomerByEmail(book.Channel, row[columns.Email].ToString()) : null;
        if (customer is not null && !row[columns.Name].IsEmpty) customer.Name ??= draft.Text(row[columns.Name]);
        if (customer is not null && row[columns.Country] is { IsEmpty: false, Length: <= CellCheck.LongestCountry } country) customer.Country ??= draft.Text(country);
        return new PaypalSale(row[columns.Item].IsEmpty ? "PayPal payment" : row[columns.Item].ToString(), check.TryQuantity(row[columns.Quantity], out var quantity) && quantity > 0 ? quantity : 1, Math.Abs(shipping), Math.Abs(tax), customer);
    }

    private void Sell(PaypalRow row, long gross, PaypalSale sale)
    {
        var sales = new PaidSales(draft, book.Channel);
        var (shipping, tax) = (check.Minor(sale.Shipping) ?? 0, check.Minor(sale.Tax) ?? 0);
        // Of what was changed from another currency the file does not say how much was shipping.
        if (row.Kind == EntryKind.Sale && gross < shipping + tax) (shipping, tax) = (0, 0);
        if (row.Kind == EntryKind.Sale) sales.Sell(row.Row, row.Number, row.Moment, sale.Title, sale.Quantity, gross - shipping - tax, shipping, tax).Customer = sale.Customer;
        else if (row.Kind == EntryKind.Refund && gross < 0) sales.GiveBack(row.Row, row.Number, row.Moment, row.Reference, row.Type, -gross);
    }

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
