using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Expenses;

/// <summary>Writes an expense down, changes it and keeps what it was, takes it away and brings it back.</summary>
public sealed class SaveExpense(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    /// <summary>The new expense's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> CreateAsync(NewExpense input, CancellationToken cancel)
    {
        if (ExpenseRules.Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            var now = time.GetUtcNow();
            var expense = new Expense
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, Day = default, Category = "", CategoryKey = "", Search = "", Amount = 0, RecordedAt = now, RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
            };
            Apply(expense, input with { Day = input.Day ?? shop.Facts.Zone.DayOf(now) });
            db.Expenses.Add(expense);
            repeats.Remember(expense.Id);
            await write.CommitAsync(cancel);
            return expense.Id;
        });
    }

    /// <summary>The change, or the expense where nothing became different; a version that is not the present one is refused as stale.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewExpense input, CancellationToken cancel) =>
        ExpenseRules.Check(input) is { Count: > 0 } problems ? problems : await WriteAsync(id, version, expense => Change(expense, input), cancel);

    /// <summary>Makes an expense again what it was before a change, as long as nobody changed it since; tells the expense.</summary>
    public async Task<Outcome<Guid>> UndoAsync(Guid changeId, CancellationToken cancel)
    {
        if (await db.ExpenseChanges.AsNoTracking().FirstOrDefaultAsync(row => row.Id == changeId, cancel) is not { } made) return new Problem("unknown_change", "There is no such change.", Kind: ProblemKind.NotFound);
        var undone = await WriteAsync(
            made.ExpenseId, null, expense => ExpenseChange.TextOf(expense) == made.After
                ? Change(expense, ExpenseChange.Read(made.Before))
                : new Problem("changed_since", "It was changed again since. Undo that first.", Kind: ProblemKind.Conflict),
            cancel);
        return undone.Succeeded ? made.ExpenseId : undone;
    }

    /// <summary>Takes an expense away; twice is once.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, expense => expense.RemovedAt ??= time.GetUtcNow(), cancel);

    /// <summary>Brings an expense back that was taken away.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, expense => expense.RemovedAt = null, cancel);

    private Outcome<Guid> Change(Expense expense, NewExpense input)
    {
        if (expense.RemovedAt is not null) return ExpenseRules.Unknown;
        var before = ExpenseChange.TextOf(expense);
        Apply(expense, input);
        var after = ExpenseChange.TextOf(expense);
        if (after == before) return expense.Id;
        expense.Version++;
        var change = new ExpenseChange
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ExpenseId = expense.Id, Before = before, After = after, At = time.GetUtcNow(), By = shop.Actor.UserId, Through = shop.Actor.Through,
        };
        db.ExpenseChanges.Add(change);
        return change.Id;
    }

    private Task<Outcome<Guid>> SwitchAsync(Guid id, Action<Expense> change, CancellationToken cancel) => WriteAsync(
        id, null, expense =>
        {
            var before = expense.RemovedAt;
            change(expense);
            if (before != expense.RemovedAt) expense.Version++;
            return expense.Id;
        },
        cancel);

    private async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, Func<Expense, Outcome<Guid>> change, CancellationToken cancel)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await db.Expenses.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } expense) return ExpenseRules.Unknown;
            if (version is not null && version != expense.Version) return Problem.Stale;
            var changed = change(expense);
            if (changed.Succeeded) await write.CommitAsync(cancel);
            return changed;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    private static void Apply(Expense expense, NewExpense input)
    {
        (expense.Day, expense.Amount, expense.Tax) = (input.Day ?? expense.Day, input.Amount, input.Tax);
        (expense.Category, expense.Payee, expense.Number, expense.Note) = (ExpenseCategories.Written(input.Category!), Said(input.Payee), Said(input.Number), Said(input.Note));
        (expense.CategoryKey, expense.Search) = (Expense.KeyOf(expense.Category), Expense.SearchOf(expense.Payee, expense.Category, expense.Number, expense.Note));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
