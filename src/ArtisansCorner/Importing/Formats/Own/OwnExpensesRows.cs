using System.Globalization;
using ArtisansCorner.Expenses;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>
/// Understands the rows of our own format of expenses. Some write what was spent below zero: where all rows do, it was spent; where most do not,
/// what is below zero came back, and that is no expense.
/// </summary>
internal sealed class OwnExpensesRows(Headings headings, OwnExpensesColumns columns, CellCheck check, ImportDraft draft)
{
    private readonly Occurrences occurrences = new();
    private readonly List<(DraftExpense Expense, bool IsNegative, Rejection Wrong)> read = [];
    private bool areAllNegative = true;

    /// <summary>Keeps the row until all are read, or rejects it.</summary>
    public void Read(CsvRows row)
    {
        var wrong = Check(row, out var day, out var amount, out var tax);
        // All rows tell it, those of other rounds too.
        if (wrong is null) areAllNegative &= amount < 0;
        // What is told apart, in the file and from what a person typed, is of one amount.
        if (!draft.Round.Holds(Math.Abs(amount).ToString(CultureInfo.InvariantCulture))) return;
        if (wrong is not null)
        {
            draft.Rejections.Add(wrong.Value);
            return;
        }

        var (payee, category, number, note) = (Text(row, columns.Payee), Text(row, columns.Category) ?? ExpenseCategories.Other, Text(row, columns.Number), Text(row, columns.Note));
        read.Add((
            new DraftExpense
            {
                Row = row.Number, Number = NumberOf(day, payee, category, amount, number, note), Day = day, Payee = payee, Category = ExpenseCategories.Written(category), Amount = Math.Abs(amount), Tax = Math.Abs(tax), Receipt = number, Note = note,
            },
            amount < 0,
            CellCheck.Rejected(row, columns.Amount, headings, Reasons.MoneyBack)));
    }

    /// <summary>Adds what was spent to the draft.</summary>
    public void End()
    {
        foreach (var (expense, isNegative, wrong) in read)
        {
            if (isNegative && !areAllNegative) draft.Rejections.Add(wrong);
            else if (!draft.Add(expense)) draft.Rejections.Add(new Rejection(expense.Row, Reasons.RowTwice));
        }
    }

    private Rejection? Check(CsvRows row, out DateOnly day, out long amount, out long tax)
    {
        (day, amount, tax) = (default, 0, 0);
        if (!check.TryMoment(row[columns.Date], out var moment)) return Wrong(row, columns.Date, Reasons.BadDate);
        day = DateOnly.FromDateTime(moment.At);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (check.NamesOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        if (!ExpenseRules.IsDay(day)) return Wrong(row, columns.Date, Reasons.DayOutOfReach);
        if (row[columns.Payee].IsEmpty && row[columns.Category].IsEmpty) return Wrong(row, Math.Max(columns.Category, columns.Payee), Reasons.NoCategory);
        if (CellCheck.RefuseTexts(row, headings, (columns.Payee, Expense.LongestPayee), (columns.Category, Expense.LongestCategory), (columns.Number, Expense.LongestNumber), (columns.Note, Expense.LongestNote)) is { } text) return text;
        if (!check.TryMinor(row, columns.Amount, out var whole)) return Wrong(row, columns.Amount, check.NoAmount(row[columns.Amount]));
        if (whole is null or 0) return Wrong(row, columns.Amount, Reasons.NothingSpent);
        if (!check.TryMinor(row, columns.Tax, out var part)) return Wrong(row, columns.Tax, check.NoAmount(row[columns.Tax]));
        (amount, tax) = (whole.Value, part ?? 0);
        return Math.Abs(tax) > Math.Abs(amount) ? Wrong(row, columns.Tax, Reasons.TaxTooLarge) : null;
    }

    // One receipt may be for several things; without its number a row is known by what it says, and by how often it was said.
    private string NumberOf(DateOnly day, string? payee, string category, long amount, string? number, string? note) => number is not null
        ? string.Create(CultureInfo.InvariantCulture, $"no {SearchText.Of(number)} {Math.Abs(amount)} {SearchText.Of(payee).UpTo(40)} {SearchText.Of(category).UpTo(30)}").UpTo(ExpensesTables.LongestExternalId)
        : occurrences.NumberOf(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {Math.Abs(amount)} {SearchText.Of(payee).UpTo(60)} {SearchText.Of(note).UpTo(40)}"));

    // One line, as lists show it.
    private static string? Text(CsvRows row, int column) => row[column].IsEmpty ? null : string.Concat(row[column].ToString().Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim() is { Length: > 0 } text ? text : null;

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
