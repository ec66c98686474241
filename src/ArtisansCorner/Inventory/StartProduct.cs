using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>How many pieces of a new variant are there already.</summary>
/// <param name="Quantity">How many; nothing leaves it uncounted.</param>
/// <param name="UnitCost">What one had cost, in minor units.</param>
public sealed record OpeningStock(long? Quantity, long? UnitCost);

/// <summary>Puts a product into the catalog together with what is on the shelf already, in one transaction.</summary>
public sealed class StartProduct(AppDb db, CurrentShop shop, CreateProduct create, StockLedger ledger, Repeats repeats, TimeProvider time)
{
    private const long MostPieces = 1_000_000_000;

    /// <summary>The product's id, or everything that is wrong. The opening stock is in the order of the variants.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewProduct input, IReadOnlyList<OpeningStock> opening, CancellationToken cancel)
    {
        List<Problem> problems = [.. ProductRules.Check(input), .. opening.Index().SelectMany(row => Check(row.Item, $"Variants[{row.Index}]."))];
        if (problems.Count > 0) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, opening, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(NewProduct input, IReadOnlyList<OpeningStock> opening, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;

        var made = await create.WriteAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToList();
        var (now, day) = (time.GetUtcNow(), shop.Facts.Zone.DayOf(time.GetUtcNow()));
        await ledger.MoveAsync(
            [.. opening.Index().Where(row => row.Item.Quantity is not null).Select(row =>
                new NewMovement(made.Value.VariantIds[row.Index], row.Item.Quantity!.Value, StockReason.Counted, now, day, Cost: row.Item.UnitCost * row.Item.Quantity))],
            cancel);
        repeats.Remember(made.Value.ProductId);
        await write.CommitAsync(cancel);
        return made.Value.ProductId;
    }

    private static IEnumerable<Problem> Check(OpeningStock opening, string field)
    {
        if (opening.Quantity is < 0 or > MostPieces) yield return new("quantity_out_of_range", "From none to a billion.", field + "OnHand");
        if (opening.UnitCost is < 0 or > Amounts.Most) yield return new("cost_out_of_range", "A cost is zero or more.", field + "UnitCost");
        else if (opening is { UnitCost: not null, Quantity: null }) yield return new("quantity_missing", "How many of them are there?", field + "OnHand");
        else if ((Int128)(opening.UnitCost ?? 0) * Math.Abs(opening.Quantity ?? 0) > Amounts.MostTogether) yield return new("cost_out_of_range", "That is more than can be counted.", field + "UnitCost");
    }
}
