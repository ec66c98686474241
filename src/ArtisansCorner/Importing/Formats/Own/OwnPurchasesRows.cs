using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Understands the rows of our own format of purchases, one after the other; a purchase of which a row is wrong is left out whole.</summary>
internal sealed class OwnPurchasesRows(Headings headings, OwnPurchasesColumns columns, CellCheck check, ImportDraft draft)
{
    private readonly Dictionary<string, DraftPurchase> purchases = new(StringComparer.Ordinal);
    private readonly HashSet<string> spoiled = new(StringComparer.Ordinal);

    /// <summary>Adds the row to its purchase, or rejects it and with it the others of that.</summary>
    public void Read(CsvRows row)
    {
        var (supplier, number) = (row[columns.Supplier].ToString(), row[columns.Number].ToString());
        var isDay = check.TryMoment(row[columns.Date], out var moment);
        var day = DateOnly.FromDateTime(moment.At);
        var key = $"{Supplier.KeyOf(supplier)}\n{(number.Length > 0 ? $"no {number.ToUpperInvariant()}" : isDay ? $"on {day:yyyy-MM-dd}" : $"row {row.Number}")}";
        if (!draft.Round.Holds(key)) return;
        if (Check(row, isDay, day, out var line) is { } wrong)
        {
            Spoil(key, wrong);
            return;
        }

        if (!purchases.TryGetValue(key, out var purchase))
        {
            purchase = new DraftPurchase { Row = row.Number, Number = key, Supplier = supplier.Length == 0 ? null : supplier, Reference = number.Length == 0 ? null : number, Day = day };
            purchases.Add(key, purchase);
            draft.Add(purchase);
        }

        if ((purchase.Day == day ? Whole(row, purchase, day) : Wrong(row, columns.Date, Reasons.Contradicts)) is { } contradiction) Spoil(key, contradiction);
        else purchase.Lines.Add(line);
    }

    /// <summary>Leaves out what is not whole, and what costs less than is taken off.</summary>
    public void End()
    {
        foreach (var (key, purchase) in purchases.Where(one => one.Value.Discount > one.Value.Lines.Sum(line => line.Cost)))
        {
            spoiled.Add(key);
            draft.Rejections.Add(new Rejection(purchase.Row, Reasons.DiscountTooLarge));
            purchase.Lines.RemoveAll(line => line.Row == purchase.Row);
        }

        foreach (var key in spoiled)
        {
            if (purchases.GetValueOrDefault(key) is not { } purchase) continue;
            draft.Rejections.AddRange(purchase.Lines.Select(line => new Rejection(line.Row, Reasons.OrderSpoiled)));
            purchase.Lines.Clear();
        }

        draft.Remove<DraftPurchase>(purchase => purchase.Lines.Count == 0);
    }

    private Rejection? Check(CsvRows row, bool isDay, DateOnly day, out DraftPurchaseLine line)
    {
        line = default!;
        if (!isDay) return Wrong(row, columns.Date, Reasons.BadDate);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (check.NamesOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        if (day.Year is < 1990 or > 2199) return Wrong(row, columns.Date, Reasons.DayOutOfReach);
        if (row[columns.Code].IsEmpty) return Wrong(row, columns.Code, Reasons.NoCode);
        if (CellCheck.RefuseTexts(row, headings, (columns.Code, CellCheck.LongestSku), (columns.Supplier, Supplier.LongestName), (columns.Number, Purchase.LongestReference), (columns.Note, Purchase.LongestNote)) is { } text) return text;
        if (!check.TryNumber(row[columns.Quantity], out var quantity) || quantity <= 0) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        var unit = row[columns.Unit].IsEmpty ? null : UnitWords.Find(row[columns.Unit].ToString());
        if (unit is null && !row[columns.Unit].IsEmpty) return Wrong(row, columns.Unit, Reasons.BadUnit);
        // What all of it cost is exact; the cost of one may be rounded.
        if (!check.TryMinor(row, columns.Cost, out var cost)) return Wrong(row, columns.Cost, check.NoAmount(row[columns.Cost]));
        if (cost is null)
        {
            if (row[columns.UnitCost].IsEmpty) return Wrong(row, columns.UnitCost, Reasons.NoPrice);
            if (!check.TryAmount(row[columns.UnitCost], out var one) || Math.Abs(one) > Amounts.Most / quantity) return Wrong(row, columns.UnitCost, check.NoAmount(row[columns.UnitCost]));
            cost = check.Minor(one * quantity);
        }

        if (cost is null) return Wrong(row, columns.Cost, check.NoAmount(row[columns.Cost]));
        if (cost < 0) return Wrong(row, columns.Cost, Reasons.NegativeAmount);
        line = new DraftPurchaseLine(row.Number, row[columns.Code].ToString(), quantity, unit?.Code, cost.Value);
        return null;
    }

    /// <summary>Takes what belongs to the whole purchase from the row: files repeat it on each, or write it once; another amount contradicts.</summary>
    private Rejection? Whole(CsvRows row, DraftPurchase purchase, DateOnly day)
    {
        long?[] known = [purchase.Freight, purchase.Tax, purchase.Discount];
        int[] at = [columns.Freight, columns.Tax, columns.Discount];
        for (var i = 0; i < at.Length; i++)
        {
            if (!check.TryMinor(row, at[i], out var amount)) return Wrong(row, at[i], check.NoAmount(row[at[i]]));
            // A discount is often written as what is taken away.
            if (i == 2 && amount is { } signed) amount = Math.Abs(signed);
            if (amount < 0) return Wrong(row, at[i], Reasons.NegativeAmount);
            if (amount is null) continue;
            if (known[i] is { } before && before != amount) return Wrong(row, at[i], Reasons.Contradicts);
            known[i] = amount;
        }

        (purchase.Freight, purchase.Tax, purchase.Discount) = (known[0], known[1], known[2]);
        purchase.Note ??= row[columns.Note].IsEmpty ? null : row[columns.Note].ToString();
        return Arrived(row, purchase, day);
    }

    // Without such a column everything came on its day; an empty cell says that it has not come yet.
    private Rejection? Arrived(CsvRows row, DraftPurchase purchase, DateOnly day)
    {
        DateOnly? arrived = null;
        if (columns.Arrived < 0 || IsYes(row[columns.Arrived])) arrived = day;
        else if (!row[columns.Arrived].IsEmpty && !row[columns.Arrived].Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            if (!check.TryMoment(row[columns.Arrived], out var at)) return Wrong(row, columns.Arrived, Reasons.BadDate);
            arrived = DateOnly.FromDateTime(at.At);
            if (arrived < day || arrived.Value.Year > 2199) return Wrong(row, columns.Arrived, Reasons.DayOutOfReach);
        }

        if (purchase.Lines.Count > 0 && purchase.Arrived is { } before && arrived is not null && before != arrived) return Wrong(row, columns.Arrived, Reasons.Contradicts);
        purchase.Arrived ??= arrived;
        return null;
    }

    private static bool IsYes(ReadOnlySpan<char> cell) => cell.Equals("yes", StringComparison.OrdinalIgnoreCase) || cell.Equals("true", StringComparison.OrdinalIgnoreCase) || cell.Equals("y", StringComparison.OrdinalIgnoreCase);

    private void Spoil(string key, Rejection rejection)
    {
        draft.Rejections.Add(rejection);
        spoiled.Add(key);
    }

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
