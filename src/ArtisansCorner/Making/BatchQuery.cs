using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>A batch as lists and the API show it. Amounts are minor units.</summary>
/// <param name="Id">The batch.</param>
/// <param name="RecipeId">The recipe.</param>
/// <param name="RecipeVersion">Its version.</param>
/// <param name="VariantId">What was made.</param>
/// <param name="Name">What that is called.</param>
/// <param name="Quantity">How many good ones.</param>
/// <param name="Wasted">How many were spoiled.</param>
/// <param name="Unit">The unit of both; nothing: pieces.</param>
/// <param name="LaborMinutes">The minutes of work.</param>
/// <param name="MaterialCost">What was used up, at cost.</param>
/// <param name="LaborCost">The work.</param>
/// <param name="OverheadCost">Rent, power and the like.</param>
/// <param name="Value">What the good ones were worth on the shelf.</param>
/// <param name="Used">What was used up, by name.</param>
/// <param name="At">When.</param>
/// <param name="Note">What the maker wanted to remember.</param>
/// <param name="SaleId">The sale a kit was put together for.</param>
/// <param name="TakenBackAt">When it was taken back.</param>
public sealed record BatchItem(
    Guid Id, Guid RecipeId, int RecipeVersion, Guid VariantId, string Name, decimal Quantity, decimal Wasted, string? Unit, int LaborMinutes, long MaterialCost, long LaborCost, long OverheadCost, long Value,
    IReadOnlyList<UsedPart> Used, DateTimeOffset At, string? Note, Guid? SaleId, DateTimeOffset? TakenBackAt);

/// <summary>What a batch used up of one thing, and what that had cost.</summary>
public sealed record UsedPart(Guid VariantId, string Name, decimal Quantity, string? Unit, long Cost);

/// <summary>Finds batches.</summary>
public sealed class BatchQuery(AppDb db, MeasuredItems items)
{
    /// <summary>There is no such batch.</summary>
    public static Problem Unknown => new("unknown_batch", "There is no such batch.", Kind: ProblemKind.NotFound);

    /// <summary>Batches, the latest first; of one recipe, or of all.</summary>
    public async Task<Paged<BatchItem>> ListAsync(Guid? recipeId, Cursor? after, int limit, CancellationToken cancel)
    {
        var (batches, versions) = (db.Batches.AsNoTracking(), db.RecipeVersions);
        if (recipeId is not null) batches = batches.Where(batch => versions.Any(version => version.Id == batch.RecipeVersionId && version.RecipeId == recipeId));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            batches = batches.Where(batch => batch.At < at || (batch.At == at && batch.Id < id));
        }

        var rows = await batches.OrderByDescending(batch => batch.At).ThenByDescending(batch => batch.Id).Take(limit + 1).ToListAsync(cancel);
        return Paging.Cut(await ItemsAsync(rows, cancel), limit, batch => new Cursor(batch.At, batch.Id));
    }

    /// <summary>One batch, or nothing.</summary>
    public async Task<BatchItem?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ItemsAsync(await db.Batches.AsNoTracking().Where(batch => batch.Id == id).ToListAsync(cancel), cancel)).FirstOrDefault();

    private async Task<List<BatchItem>> ItemsAsync(List<Batch> batches, CancellationToken cancel)
    {
        var ids = batches.Select(batch => (Guid?)batch.Id).ToList();
        var versionIds = batches.Select(batch => batch.RecipeVersionId).Distinct().ToList();
        var versions = await db.RecipeVersions.Where(version => versionIds.Contains(version.Id)).Select(version => new { version.Id, version.RecipeId, version.Number }).ToDictionaryAsync(version => version.Id, cancel);
        var used = await db.StockMovements.AsNoTracking().Where(movement => ids.Contains(movement.CauseId) && movement.Reason == StockReason.Used).ToListAsync(cancel);
        var named = await items.OfAsync([.. batches.Select(batch => batch.VariantId).Concat(used.Select(movement => movement.VariantId)).Distinct()], cancel);
        return [.. batches.Select(batch =>
        {
            var (version, made, parts) = (versions[batch.RecipeVersionId], named[batch.VariantId], used.Where(movement => movement.CauseId == batch.Id).ToList());
            var materials = -parts.Sum(movement => movement.Value);
            return new BatchItem(
                batch.Id, version.RecipeId, version.Number, batch.VariantId, made.Name, made.Quantity(batch.Quantity), made.Quantity(batch.Wasted), made.Unit?.Code, batch.LaborMinutes,
                materials, batch.LaborCost, batch.OverheadCost, materials + batch.Added,
                [.. parts.Select(movement => PartOf(named[movement.VariantId], movement)).OrderBy(part => part.Name, StringComparer.OrdinalIgnoreCase)], batch.At, batch.Note, batch.SaleId, batch.TakenBackAt);
        })];
    }

    private static UsedPart PartOf(MeasuredItem item, StockMovement movement) => new(item.VariantId, item.Name, item.Quantity(-movement.Quantity), item.Unit?.Code, -movement.Value);
}
