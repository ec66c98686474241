using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>
/// Keeps what is one of a kind from being sold twice: its level stays locked from the look until the sale stands.
/// What a platform or a file tells was sold already, there; that is written down, and shows as oversold.
/// </summary>
public sealed class OnePieces(CurrentShop shop, StockLedger stock, TimeProvider time)
{
    /// <summary>How many are left of those variants that are one of a kind; empty where a sale is told and not made.</summary>
    public async Task<Dictionary<Guid, long>> LeftAsync(IEnumerable<SoldVariant> variants, CancellationToken cancel)
    {
        var ones = variants.Where(variant => variant.Status == ProductStatus.OneOfAKind).Select(variant => variant.Id).ToList();
        if (ones.Count == 0 || shop.Actor.Through is not (Through.Page or Through.Api)) return [];
        // What nobody booked in is there once.
        return (await stock.OnHandAsync(ones, shop.Facts.Zone.DayOf(time.GetUtcNow()), cancel)).ToDictionary(one => one.Key, one => one.Value ?? 1);
    }

    /// <summary>Takes a sale's pieces from what is left; where one is gone, says so and takes none.</summary>
    public static List<Problem> Take(Dictionary<Guid, long> left, IReadOnlyList<SaleLines.Priced> lines)
    {
        var mine = lines.Where(line => line.VariantId is { } id && left.ContainsKey(id)).ToLookup(line => line.VariantId!.Value);
        List<Problem> gone =
        [
            .. mine.Where(pieces => pieces.Sum(piece => piece.Quantity) > left[pieces.Key]).Select(pieces => new Problem(
                "sold_already", left[pieces.Key] > 0 ? $"There is only one “{pieces.First().Title}”." : $"“{pieces.First().Title}” is one of a kind, and sold already.",
                $"Lines[{lines.Index().First(line => line.Item == pieces.First()).Index}].Quantity", ProblemKind.Conflict)),
        ];
        if (gone.Count == 0) foreach (var pieces in mine) left[pieces.Key] -= pieces.Sum(piece => piece.Quantity);
        return gone;
    }
}
