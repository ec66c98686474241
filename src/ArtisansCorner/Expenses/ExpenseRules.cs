using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Expenses;

/// <summary>What makes sense in an expense, before the database is asked.</summary>
public static class ExpenseRules
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>There is no such expense.</summary>
    public static Problem Unknown => new("unknown_expense", "There is no such expense.", Kind: ProblemKind.NotFound);

    /// <summary>Whether a day can be that of an expense.</summary>
    public static bool IsDay(DateOnly day) => day >= Earliest && day <= Latest;

    /// <summary>Everything that is wrong.</summary>
    public static List<Problem> Check(NewExpense input)
    {
        List<Problem> problems = [];
        if (input.Day is { } day && !IsDay(day)) problems.Add(new("day_out_of_reach", $"A day lies between {Earliest:yyyy-MM-dd} and {Latest:yyyy-MM-dd}.", nameof(input.Day)));
        if (string.IsNullOrWhiteSpace(input.Category)) problems.Add(new("category_missing", "What was it for?", nameof(input.Category)));
        if (input.Amount is <= 0 or > Amounts.Most) problems.Add(new("amount_out_of_range", "How much was it? More than nothing, and under a billion.", nameof(input.Amount)));
        else if (input.Tax < 0 || input.Tax > input.Amount) problems.Add(new("tax_out_of_range", "The tax is a part of the amount.", nameof(input.Tax)));
        CheckText(input.Category, Expense.LongestCategory, "A category", nameof(input.Category), problems);
        CheckText(input.Payee, Expense.LongestPayee, "A name", nameof(input.Payee), problems);
        CheckText(input.Number, Expense.LongestNumber, "A number", nameof(input.Number), problems);
        if (input.Note?.Trim().Length > Expense.LongestNote) problems.Add(new("note_too_long", $"A note has at most {Expense.LongestNote} characters.", nameof(input.Note)));
        return problems;
    }

    private static void CheckText(string? text, int longest, string what, string field, List<Problem> problems)
    {
        if (text?.Trim() is not { } trimmed) return;
        if (trimmed.Length > longest || trimmed.Any(char.IsControl)) problems.Add(new("text_invalid", $"{what} is a few words on one line, at most {longest} characters.", field));
    }
}
