using System.Text.Json.Serialization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Sales to be recorded together.</summary>
/// <param name="Sales">1 to 1,000 of them.</param>
public sealed record NewBatch(IReadOnlyList<NewSale?>? Sales);

/// <summary>What became of one sale of a batch.</summary>
public enum BatchStatus
{
    /// <summary>It is new.</summary>
    Recorded,

    /// <summary>It had been recorded before, or earlier in this batch.</summary>
    Already,

    /// <summary>Something in it is wrong; nothing of it was written.</summary>
    Refused,
}

/// <summary>What became of one sale of a batch.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Status">Whether it was recorded.</param>
/// <param name="Sale">The sale, unless it was refused.</param>
/// <param name="Errors">The reasons by field, when it was refused; what is wrong with the whole stands under “sale”.</param>
public sealed record BatchItem(
    int Index, BatchStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BatchSale? Sale = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors = null);

/// <summary>A sale of a batch.</summary>
public sealed record BatchSale(Guid Id, DateOnly Day);

/// <summary>
/// Records many sales, each of which stands or falls alone, exactly as so many single calls would, some at a time in one transaction.
/// The same batch again under its Idempotency-Key finds what it made and tries again what was refused.
/// </summary>
public sealed class RecordBatch(AppDb db, CurrentShop shop, WriteSales sales, Repeats repeats, TimeProvider time)
{
    private const int MostSales = 1000;
    private const int Many = 500;

    // Others write between two transactions, so no one waits long; and what is tracked stays small.
    private const int SalesAtOnce = 200;
    private const int LinesAtOnce = 1000;

    /// <summary>What became of each, in order, or why the batch as a whole cannot be taken.</summary>
    public async Task<Outcome<IReadOnlyList<BatchItem>>> RunAsync(NewBatch input, CancellationToken cancel)
    {
        if (input.Sales is not { Count: > 0 and <= MostSales }) return new Problem("batch_size", "A batch has 1 to 1,000 sales.", "Sales");
        List<BatchItem> items = [];
        foreach (var some in Portions(input.Sales))
        {
            var done = await db.TryAgainAsync(() => TryAsync(some, cancel));
            if (!done.Succeeded) return done.Problems.ToList();
            items.AddRange(done.Value);
            db.ChangeTracker.Clear();
        }

        // Before the database looks at its tables by itself, so many new rows are joined as if they were a few.
        if (items.Count(item => item.Status == BatchStatus.Recorded) >= Many) await db.Engine.AnalyzeAsync(db, cancel);
        return items;
    }

    private async Task<Outcome<List<BatchItem>>> TryAsync(List<(int Index, NewSale? Sale)> some, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindPartsAsync([.. some.Select(one => one.Index)], cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        var ids = repeated.Value.Values.ToList();
        var earlier = ids.Count == 0 ? [] : await db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]).Where(sale => ids.Contains(sale.Id)).ToDictionaryAsync(sale => sale.Id, sale => sale.Day, cancel);
        var (now, items, sound) = (time.GetUtcNow(), new List<BatchItem>(), new List<(int Index, NewSale Sale)>());
        foreach (var (index, sale) in some)
        {
            if (repeated.Value.TryGetValue(index, out var id)) items.Add(new(index, BatchStatus.Already, new BatchSale(id, earlier.GetValueOrDefault(id))));
            else if (sale is null) items.Add(Refused(index, [new("sale_missing", "This sale is empty.")]));
            else if (SaleRules.Check(sale, shop.Facts, now) is { Count: > 0 } problems) items.Add(Refused(index, problems));
            else sound.Add((index, sale));
        }

        foreach (var (place, outcome) in (await sales.RunAsync([.. sound.Select(one => one.Sale)], cancel)).Index())
        {
            var index = sound[place].Index;
            items.Add(outcome.Succeeded ? ItemOf(index, outcome.Value) : Refused(index, outcome.Problems));
            if (outcome.Succeeded) repeats.RememberPart(index, outcome.Value.Id);
        }

        await write.CommitAsync(cancel);
        return items.OrderBy(item => item.Index).ToList();
    }

    private static IEnumerable<List<(int Index, NewSale? Sale)>> Portions(IReadOnlyList<NewSale?> all)
    {
        List<(int, NewSale?)> portion = [];
        var lines = 0;
        foreach (var (index, sale) in all.Index())
        {
            portion.Add((index, sale));
            lines += sale?.Lines?.Count ?? 0;
            if (portion.Count < SalesAtOnce && lines < LinesAtOnce) continue;
            yield return portion;
            (portion, lines) = ([], 0);
        }

        if (portion.Count > 0) yield return portion;
    }

    private static BatchItem ItemOf(int index, RecordedSale sale) =>
        new(index, sale.AlreadyThere ? BatchStatus.Already : BatchStatus.Recorded, new BatchSale(sale.Id, sale.Day));

    private static BatchItem Refused(int index, IReadOnlyList<Problem> problems) => new(
        index, BatchStatus.Refused,
        Errors: problems.GroupBy(problem => ProblemResults.CamelCase(problem.Field ?? "Sale"), problem => problem.Message).ToDictionary(field => field.Key, field => field.Distinct().ToArray()));
}
