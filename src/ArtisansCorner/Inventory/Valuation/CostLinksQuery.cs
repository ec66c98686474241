using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Finds what movements of a variant have to do with others.</summary>
public sealed class CostLinksQuery(AppDb db)
{
    /// <summary>The movements that these take back or return, those among these too.</summary>
    public async Task<Dictionary<Guid, StockMovement>> OthersAsync(List<StockMovement> rows, CancellationToken cancel)
    {
        var here = rows.ToDictionary(row => row.Id);
        var wanted = rows.SelectMany(row => new[] { row.CauseId, row.ReturnsId }).OfType<Guid>().Where(id => !here.ContainsKey(id)).Distinct();
        foreach (var some in wanted.Chunk(1000))
        {
            foreach (var other in await db.StockMovements.AsNoTracking().Where(row => some.Contains(row.Id)).ToListAsync(cancel)) here[other.Id] = other;
        }

        return here;
    }

    /// <summary>What these movements of one variant have to do with others.</summary>
    public async Task<CostLinks> RunAsync(List<StockMovement> rows, Dictionary<Guid, StockMovement> others, CancellationToken cancel)
    {
        var links = new CostLinks();
        foreach (var row in rows)
        {
            if (Of(row, others) is { } gone) links.Add(row, gone);
        }

        foreach (var (sold, pieces) in await BackAsync([.. rows.Select(row => row.ReturnsId).OfType<Guid>()], [.. rows.Select(row => row.Id)], cancel)) links.Back[sold] = pieces;

        var made = rows.Where(row => row is { Reason: StockReason.Made, CauseId: not null, Quantity: > 0 }).Select(row => row.CauseId).Distinct();
        foreach (var some in made.Chunk(1000))
        {
            var variantId = rows[0].VariantId;
            foreach (var cause in await db.StockMovements.Where(row => some.Contains(row.CauseId) && row.Reason == StockReason.Used && row.VariantId != variantId)
                .GroupBy(row => row.CauseId).Select(cause => new { cause.Key, Value = cause.Sum(row => row.Value) }).ToListAsync(cancel)) links.Used[cause.Key!.Value] = -cause.Value;
        }

        return links;
    }

    /// <summary>How many pieces of these movements came back by others than these, and stayed.</summary>
    public async Task<Dictionary<Guid, long>> BackAsync(List<Guid> sold, HashSet<Guid> except, CancellationToken cancel)
    {
        Dictionary<Guid, long> pieces = [];
        var all = db.StockMovements;
        foreach (var some in sold.Distinct().Chunk(1000))
        {
            var wanted = some.Select(id => (Guid?)id).ToList();
            var came = await all.Where(row => wanted.Contains(row.ReturnsId) && !all.Any(other => other.CauseId == row.Id && other.At == row.At)).Select(row => new { row.Id, row.ReturnsId, row.Quantity }).ToListAsync(cancel);
            foreach (var row in came.Where(row => !except.Contains(row.Id))) pieces[row.ReturnsId!.Value] = pieces.GetValueOrDefault(row.ReturnsId.Value) + row.Quantity;
        }

        return pieces;
    }

    /// <summary>The movement that this one takes back or returns, or nothing.</summary>
    public static StockMovement? Of(StockMovement row, Dictionary<Guid, StockMovement> others) =>
        (row.ReturnsId ?? row.CauseId) is { } id ? others.GetValueOrDefault(id) : null;
}
