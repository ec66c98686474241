using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Expenses;

/// <summary>Finds expenses, and sums them.</summary>
public sealed class ExpenseQuery(AppDb db)
{
    /// <summary>One page of them, the latest day first.</summary>
    public async Task<Paged<ExpenseItem>> ListAsync(AskedExpenses asked, Cursor? after, int limit, CancellationToken cancel)
    {
        var expenses = Of(asked);
        if (after is { } place)
        {
            var day = DateOnly.FromDayNumber((int)Math.Clamp(place.Ticks, 0, DateOnly.MaxValue.DayNumber));
            expenses = expenses.Where(expense => expense.Day < day || (expense.Day == day && expense.Id < place.Id));
        }

        var rows = await expenses.OrderByDescending(expense => expense.Day).ThenByDescending(expense => expense.Id).Take(limit + 1).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, expense => new Cursor(expense.Day.DayNumber, expense.Id));
        return new Paged<ExpenseItem>([.. page.Items.Select(ExpenseItem.Of)], page.Next);
    }

    /// <summary>What they come to, category by category, the most first; ties by name.</summary>
    public async Task<ExpenseSums> SumAsync(AskedExpenses asked, CancellationToken cancel)
    {
        var sums = await Of(asked).GroupBy(expense => expense.CategoryKey).Select(alike => new CategorySum(alike.Max(expense => expense.Category)!, alike.Count(), alike.Sum(expense => expense.Amount), alike.Sum(expense => expense.Tax))).ToListAsync(cancel);
        return new ExpenseSums(sums.Sum(sum => sum.Count), sums.Sum(sum => sum.Amount), sums.Sum(sum => sum.Tax), [.. sums.OrderByDescending(sum => sum.Amount).ThenBy(sum => sum.Category, StringComparer.Ordinal)]);
    }

    /// <summary>One expense that was not taken away, or nothing.</summary>
    public async Task<ExpenseItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await There().FirstOrDefaultAsync(expense => expense.Id == id, cancel) is { } found ? ExpenseItem.Of(found) : null;

    /// <summary>The categories that can be chosen: ours, and those that the shop wrote itself.</summary>
    public async Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancel)
    {
        const int most = 100;
        var own = await There().GroupBy(expense => expense.CategoryKey).Select(alike => alike.Max(expense => expense.Category)!).Take(most).ToListAsync(cancel);
        return [.. ExpenseCategories.All, .. own.Except(ExpenseCategories.All).Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What became of an expense, the latest first.</summary>
    public async Task<IReadOnlyList<ExpenseChangeItem>> ChangesAsync(Guid id, CancellationToken cancel)
    {
        const int most = 100;
        var users = db.Users;
        var rows = await db.ExpenseChanges.AsNoTracking().Where(change => change.ExpenseId == id).OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(most)
            .Select(change => new { Change = change, Who = users.Where(user => user.Id == change.By).Select(user => user.Name ?? user.Email).FirstOrDefault() }).ToListAsync(cancel);
        return [.. rows.Select(row => new ExpenseChangeItem(row.Change.Id, row.Change.At, row.Who, row.Change.Through, ExpenseChange.Read(row.Change.Before), ExpenseChange.Read(row.Change.After)))];
    }

    private IQueryable<Expense> There() => db.Expenses.AsNoTracking().Where(expense => expense.RemovedAt == null);

    private IQueryable<Expense> Of(AskedExpenses asked)
    {
        var expenses = There();
        if (asked.Range is { } days)
        {
            var (from, to) = (days.From, days.To);
            expenses = expenses.Where(expense => expense.Day >= from && expense.Day <= to);
        }

        if (!string.IsNullOrWhiteSpace(asked.Category))
        {
            var key = Expense.KeyOf(asked.Category);
            expenses = expenses.Where(expense => expense.CategoryKey == key);
        }

        return SearchText.WordsOf(asked.Search).Aggregate(expenses, (found, word) => found.Where(expense => expense.Search.Contains(word)));
    }
}

/// <summary>Which expenses are asked for.</summary>
/// <param name="Range">On these days; nothing: on any.</param>
/// <param name="Category">For this; nothing: for anything.</param>
/// <param name="Search">With these words.</param>
public sealed record AskedExpenses(Period? Range = null, string? Category = null, string? Search = null);

/// <summary>An expense as lists and the API show it. Amounts are minor units.</summary>
/// <param name="Id">Which.</param>
/// <param name="Day">The business day it was paid on.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Category">What it was for.</param>
/// <param name="Amount">How much, tax included.</param>
/// <param name="Tax">The tax that is contained in it.</param>
/// <param name="Number">The number of the invoice or the receipt.</param>
/// <param name="Note">What is to be remembered.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record ExpenseItem(Guid Id, DateOnly Day, string? Payee, string Category, long Amount, long Tax, string? Number, string? Note, int Version)
{
    internal static ExpenseItem Of(Expense expense) => new(expense.Id, expense.Day, expense.Payee, expense.Category, expense.Amount, expense.Tax, expense.Number, expense.Note, expense.Version);
}

/// <summary>What expenses come to. Amounts are minor units.</summary>
/// <param name="Count">How many.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Tax">The tax in it.</param>
/// <param name="Categories">Category by category.</param>
public sealed record ExpenseSums(int Count, long Amount, long Tax, IReadOnlyList<CategorySum> Categories);

/// <summary>What the expenses of one category come to. Amounts are minor units.</summary>
/// <param name="Category">The category.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">All of it.</param>
/// <param name="Tax">The tax in it.</param>
public sealed record CategorySum(string Category, int Count, long Amount, long Tax);

/// <summary>One change of an expense, as its history shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Through">Through what.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it became.</param>
public sealed record ExpenseChangeItem(Guid Id, DateTimeOffset At, string? Who, Through Through, NewExpense Before, NewExpense After);
