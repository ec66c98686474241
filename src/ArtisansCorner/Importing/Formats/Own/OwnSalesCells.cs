using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>What a row of our own sales format says, or what is wrong with it, each row by itself.</summary>
internal sealed class OwnSalesCells(Headings headings, OwnSalesColumns columns, CellCheck check)
{
    private const int LongestName = 200;
    private const int LongestNote = 2000;
    private readonly int[] ofOrder = columns.OfOrder;

    /// <summary>The amounts of the whole order that the row read last gives, in the order of <see cref="OwnSalesColumns.OfOrder" />; nothing where it gives none.</summary>
    public long?[] OfOrder { get; } = new long?[columns.OfOrder.Length];

    /// <summary>True for a refund, false for a sale, nothing for a word we do not know.</summary>
    public bool? IsRefund(CsvRows row)
    {
        var kind = row[columns.Kind];
        // Below zero it is written “-1”, “−1” or “(1)”.
        if (kind.IsEmpty) return check.TryQuantity(row[columns.Quantity], out var quantity) && quantity < 0;
        foreach (var word in (ReadOnlySpan<string>)["refund", "return", "returned", "refunded"])
        {
            if (kind.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        foreach (var word in (ReadOnlySpan<string>)["sale", "order", "sold"])
        {
            if (kind.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return null;
    }

    /// <summary>Reads the row, or tells what is wrong with it.</summary>
    public Rejection? Read(CsvRows row, bool? isRefund, out DraftLine line, out FileMoment moment) => Line(row, isRefund, out line, out moment) ?? WholeOrder(row, isRefund == true);

    /// <summary>What the row calls the thing.</summary>
    public ReadOnlySpan<char> TitleOf(CsvRows row)
    {
        var title = row[columns.Title];
        return CellCheck.Shortened(title.Contains('&') ? WebUtility.HtmlDecode(title.ToString()) : title);
    }

    /// <summary>A rejection that says which cell it is about.</summary>
    public Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);

    private Rejection? Line(CsvRows row, bool? isRefund, out DraftLine line, out FileMoment moment)
    {
        line = default;
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return Wrong(row, columns.Date, undated);
        if (isRefund is null) return Wrong(row, columns.Kind, Reasons.BadKind);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (SaleStatus.Refuse(row[columns.Status], isRefund.Value) is { } off) return Wrong(row, columns.Status, off);
        if (check.NamesOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        if (row[columns.Sku].IsEmpty && row[columns.Title].IsEmpty) return Wrong(row, columns.Sku, Reasons.NoProduct);
        if (CellCheck.RefuseTexts(row, headings, (columns.Order, CellCheck.LongestNumber), (columns.Sku, CellCheck.LongestSku), (columns.Title, int.MaxValue), (columns.Channel, int.MaxValue), (columns.Country, CellCheck.LongestCountry), (columns.Customer, LongestName), (columns.Email, LongestName), (columns.Note, LongestNote)) is { } text) return text;
        if (row[columns.Email] is { IsEmpty: false } email && !email.Contains('@')) return Wrong(row, columns.Email, Reasons.BadEmail);
        long quantity = 1;
        if (!row[columns.Quantity].IsEmpty && !check.TryQuantity(row[columns.Quantity], out quantity)) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        if (quantity == 0 || (quantity < 0 && isRefund == false)) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        if (!check.TryMinor(row, columns.Discount, out var discount)) return Wrong(row, columns.Discount, check.NoAmount(row[columns.Discount]));
        discount = Math.Abs(discount ?? 0);
        if (Price(row, Math.Abs(quantity), isRefund == true, discount.Value, out var price, out var gross) is { } unpriced) return unpriced;
        if (discount > gross) return Wrong(row, columns.Discount, Reasons.DiscountTooLarge);
        line = new DraftLine { Row = row.Number, Quantity = Math.Abs(quantity), UnitPrice = price, Gross = gross, Discount = discount.Value };
        return null;
    }

    /// <summary>The price of one piece and what all of them came to before the discount, in minor units.</summary>
    private Rejection? Price(CsvRows row, long quantity, bool isRefund, long discount, out long price, out long gross)
    {
        (price, gross) = (0, 0);
        var column = columns.IsByTotal ? columns.Total : columns.UnitPrice;
        if (row[column].IsEmpty) return Wrong(row, column, Reasons.NoPrice);
        if (!check.TryAmount(row[column], out var amount)) return Wrong(row, column, check.NoAmount(row[column]));
        if (amount < 0 && !isRefund) return Wrong(row, column, Reasons.NegativePrice);
        amount = Math.Abs(amount);
        if (check.Minor(amount) is not { } minor) return Wrong(row, column, Reasons.TooMuch);
        if (columns.IsByTotal)
        {
            gross = minor + discount;
            price = (long)decimal.Round((decimal)gross / quantity, MidpointRounding.AwayFromZero);
            return gross > Amounts.Most ? Wrong(row, column, Reasons.TooMuch) : null;
        }

        // Where the sum of the row is what is asked for one of several, the price is of all of them.
        if (quantity > 1 && amount > 0 && check.TryAmount(row[columns.Total], out var total) && Math.Abs(total) == amount) return Wrong(row, column, Reasons.DoesNotAddUp);
        if (check.Gross(quantity, amount) is not { } all) return Wrong(row, column, Reasons.TooMuch);
        (price, gross) = (minor, all);
        return null;
    }

    private Rejection? WholeOrder(CsvRows row, bool isRefund)
    {
        for (var i = 0; i < ofOrder.Length; i++)
        {
            if (!check.TryMinor(row, ofOrder[i], out var amount)) return Wrong(row, ofOrder[i], check.NoAmount(row[ofOrder[i]]));
            // Discounts and fees are often written as what is taken away.
            if (isRefund || ofOrder[i] == columns.OrderDiscount || ofOrder[i] == columns.Fees) amount = amount is { } signed ? Math.Abs(signed) : null;
            if (amount < 0) return Wrong(row, ofOrder[i], Reasons.NegativeAmount);
            OfOrder[i] = amount;
        }

        return null;
    }
}
