using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Making;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Understands the rows of our own format of materials, one after the other.</summary>
internal sealed class OwnMaterialsRows(Headings headings, OwnMaterialsColumns columns, CellCheck check, ImportDraft draft)
{
    private const int LongestName = 300;

    // Even if a shop had all that it has room for among them, so many are refused: more need not be held.
    private const int MostHeld = 2 * CreateMaterial.Most + 1;
    private int held;

    /// <summary>Adds the row to the draft, or rejects it; all are of the first round.</summary>
    public void Read(CsvRows row)
    {
        if (draft.RoundBeforeSales.At > 0 || held == MostHeld) return;
        var cells = new ItemCells(headings, check, row);
        var (name, code) = (cells.Text(columns.Name), cells.Sku(columns.Code));
        if (check.NamesOtherCurrency(row, columns.Currency)) cells.Reject(columns.Currency, Reasons.OtherCurrency);
        if (name.Length == 0) cells.Reject(columns.Name, Reasons.NoName);
        if (name.Length > LongestName || name.Any(char.IsControl)) cells.Reject(columns.Name, Reasons.TooLong);
        if (UnitOf(row, columns.Unit, cells) is { } use && UnitOf(row, row[columns.PurchaseUnit].IsEmpty ? columns.Unit : columns.PurchaseUnit, cells) is { } purchase)
            Read(row, cells, name, code, use, purchase);
        else if (cells.Wrong is { } wrong) draft.Rejections.Add(wrong);
    }

    private void Read(CsvRows row, ItemCells cells, string name, string? code, Unit use, Unit purchase)
    {
        var units = UnitConversion.Of(purchase, use, Number(row, columns.Holds, cells));
        if (!units.Succeeded) cells.Reject(columns.Holds >= 0 ? columns.Holds : columns.PurchaseUnit, units.Problems[0].Code == "no_conversion" ? Reasons.NoConversion : Reasons.UnitMisfit);
        var (onHand, low, cost) = (Amount(row, columns.OnHand, use, cells), Amount(row, columns.Low, use, cells), cells.Amount(columns.Cost));
        if (cells.Wrong is null && code is not null && !draft.MaterialCodes.Add(Variant.KeyOf(code), draft.RoundBeforeSales)) cells.Reject(columns.Code, Reasons.CodeTwice);
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var made = new DraftMaterial
        {
            Row = row.Number, Number = code ?? name, Name = name, Code = code, Category = DraftItems.Category(cells.Text(columns.Category)), Units = units.Value!, OnHand = onHand, Threshold = low,
            Cost = onHand is { } grains && cost is { } one ? CostOf(grains, one, units.Value!.Grains) : null,
        };
        if (draft.Add(made)) held++;
        else draft.Rejections.Add(CellCheck.Rejected(row, columns.Name, headings, Reasons.RowTwice));
    }

    private static Unit? UnitOf(CsvRows row, int column, ItemCells cells)
    {
        var unit = UnitWords.Find(row[column].ToString());
        if (unit is null) cells.Reject(column, Reasons.BadUnit);
        return unit;
    }

    private decimal? Number(CsvRows row, int column, ItemCells cells)
    {
        if (row[column].IsEmpty) return null;
        if (check.TryNumber(row[column], out var number)) return number;
        cells.Reject(column, Reasons.BadQuantity);
        return null;
    }

    private long? Amount(CsvRows row, int column, Unit unit, ItemCells cells)
    {
        if (Number(row, column, cells) is not { } number) return null;
        var amount = unit.Amount(number);
        if (amount.Succeeded && amount.Value <= MeasuredItem.MostGrains) return amount.Value;
        cells.Reject(column, Reasons.BadQuantity);
        return null;
    }

    // What all of it cost: so many bought units at the price of one.
    private static long? CostOf(long grains, long one, long purchaseGrains) => (Int128)grains * one / purchaseGrains is var cost && cost <= long.MaxValue ? (long)cost : null;
}
