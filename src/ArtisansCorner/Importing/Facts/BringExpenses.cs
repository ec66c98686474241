using ArtisansCorner.Expenses;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Brings expenses. One that a file brought before is known by what it said then, whatever became of it: changed, it stays changed; taken away, it stays
/// away. One that a person typed is known by day, payee and amount.
/// </summary>
internal sealed class BringExpenses(AppDb db, CurrentShop shop, TimeProvider time) : IBringFacts
{
    private const int AtOnce = 1000;
    private const int Shown = 5;

    public async Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var expenses = draft.Of<DraftExpense>();
        if (expenses.Count == 0) return;
        var typed = await TypedAsync(expenses, cancel);
        foreach (var some in expenses.Chunk(AtOnce))
        {
            var numbers = some.Select(expense => expense.Number).ToList();
            var brought = await db.Expenses.WithNumbers(db, numbers).Select(row => new { row.ExternalId, row.ImportId }).ToDictionaryAsync(row => row.ExternalId!, row => row.ImportId, cancel);
            foreach (var expense in some)
            {
                var same = (expense.Day, SearchText.Of(expense.Payee), expense.Amount);
                var isTyped = !brought.ContainsKey(expense.Number) && typed.TryGetValue(same, out var left) && left > 0;
                if (isTyped) typed[same]--;
                expense.Presence = brought.TryGetValue(expense.Number, out var by) ? by == importId ? Presence.Written : Presence.Here : isTyped ? Presence.Here : Presence.New;
            }
        }
    }

    public FactCount? Count(ImportDraft draft)
    {
        var expenses = draft.Of<DraftExpense>();
        var adding = expenses.Where(expense => expense.Presence != Presence.Here).ToList();
        return expenses.Count == 0 ? null : new FactCount("expense", "expenses", adding.Count, expenses.Count - adding.Count, Examples: [.. adding.Take(Shown).Select(expense => $"{new Money(expense.Amount, shop.Facts.Currency)} for {expense.Category}")]);
    }

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var expenses = draft.Of<DraftExpense>();
        var written = 0;
        foreach (var some in expenses.Where(expense => expense.Presence == Presence.New).Chunk(AtOnce))
        {
            written += some.Length;
            // Someone may bring one of these at this very moment: theirs stands.
            await db.TryAgainAsync(async () =>
            {
                await using var write = await db.BeginWriteAsync(cancel);
                await turn.SayAsync(written, expenses.Count, cancel);
                var numbers = some.Select(expense => expense.Number).ToList();
                var there = (await db.Expenses.WithNumbers(db, numbers).Select(row => row.ExternalId!).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
                await db.Engine.InsertAsync(db, some.Where(expense => !there.Contains(expense.Number)).Select(expense => RowOf(expense, turn.ImportId)).ToList(), cancel);
                await write.CommitAsync(cancel);
            });
            await turn.TellAsync(cancel);
        }

        return [];
    }

    // What a person changed since, or took away, is theirs.
    public Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) =>
        db.Expenses.Where(expense => expense.ImportId == importId && expense.Version == 1).DeleteSomeAsync(atMost, cancel);

    public async Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => await db.Expenses.CountAsync(expense => expense.ImportId == importId && expense.RemovedAt == null, cancel) switch
    {
        0 => null,
        1 => "1 expense stays, because somebody changed it.",
        var several => $"{ImportWords.Number(several)} expenses stay, because somebody changed them.",
    };

    /// <summary>How many a person typed of each day, payee and amount, of the days that the file tells of.</summary>
    private async Task<Dictionary<(DateOnly, string, long), int>> TypedAsync(IReadOnlyList<DraftExpense> expenses, CancellationToken cancel)
    {
        var (from, to) = (expenses.Min(expense => expense.Day), expenses.Max(expense => expense.Day));
        return (await db.Expenses.Where(row => row.ExternalId == null && row.RemovedAt == null && row.Day >= from && row.Day <= to).Select(row => new { row.Day, row.Payee, row.Amount }).ToListAsync(cancel))
            .CountBy(row => (row.Day, SearchText.Of(row.Payee), row.Amount)).ToDictionary();
    }

    private Expense RowOf(DraftExpense expense, Guid importId) => new()
    {
        Id = Guid.CreateVersion7(), ShopId = shop.Id, Day = expense.Day, Payee = expense.Payee, Category = expense.Category, CategoryKey = Expense.KeyOf(expense.Category), Amount = expense.Amount, Tax = expense.Tax,
        Number = expense.Receipt, Note = expense.Note, Search = Expense.SearchOf(expense.Payee, expense.Category, expense.Receipt, expense.Note), ExternalId = expense.Number, ImportId = importId,
        RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = Through.Import,
    };
}
