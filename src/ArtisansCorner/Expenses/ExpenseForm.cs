using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Expenses;

/// <summary>An expense as it is being typed.</summary>
public sealed class ExpenseForm
{
    /// <summary>Made with the form, so that sending it twice makes one expense.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>The day it was paid.</summary>
    public string? Day { get; set; }

    /// <summary>What it was for.</summary>
    public string? Category { get; set; }

    /// <summary>How much.</summary>
    public string? Amount { get; set; }

    /// <summary>The tax in it.</summary>
    public string? Tax { get; set; }

    /// <summary>Who was paid.</summary>
    public string? Payee { get; set; }

    /// <summary>The number of the receipt.</summary>
    public string? Number { get; set; }

    /// <summary>What is to be remembered.</summary>
    public string? Note { get; set; }

    /// <summary>An empty form.</summary>
    public static ExpenseForm Empty(DateOnly today) => new() { Token = Guid.CreateVersion7(), Day = CsvText.Day(today) };

    /// <summary>The form of an expense that is there.</summary>
    public static ExpenseForm For(ExpenseItem expense, Currency currency) => new()
    {
        Version = expense.Version, Day = CsvText.Day(expense.Day), Category = expense.Category, Amount = CsvText.Amount(expense.Amount, currency), Tax = expense.Tax == 0 ? null : CsvText.Amount(expense.Tax, currency),
        Payee = expense.Payee, Number = expense.Number, Note = expense.Note,
    };

    /// <summary>The expense that it says, and what in it cannot be read.</summary>
    public (NewExpense Expense, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        return (new NewExpense(reader.Day(Day, nameof(Day)), Category, reader.Money(Amount, nameof(Amount)) ?? 0, Payee, reader.Money(Tax, nameof(Tax)) ?? 0, Number, Note), reader.Problems);
    }
}
