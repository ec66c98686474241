namespace ArtisansCorner.Expenses;

/// <summary>What a new or changed expense takes. Amounts are minor units.</summary>
/// <param name="Day">The day it was paid; nothing: today.</param>
/// <param name="Category">What it was for: one of <see cref="ExpenseCategories"/>, or words of one's own.</param>
/// <param name="Amount">How much, tax included.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Tax">The tax that is contained in the amount.</param>
/// <param name="Number">The number of the invoice or the receipt.</param>
/// <param name="Note">What is to be remembered.</param>
public sealed record NewExpense(DateOnly? Day, string? Category, long Amount, string? Payee = null, long Tax = 0, string? Number = null, string? Note = null)
{
    /// <summary>What an expense says.</summary>
    public static NewExpense Of(Expense expense) => new(expense.Day, expense.Category, expense.Amount, expense.Payee, expense.Tax, expense.Number, expense.Note);
}
