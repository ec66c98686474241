using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>The categories and tags that a shop has used, each in one of its spellings, and its makers, all by name.</summary>
/// <param name="Categories">The categories.</param>
/// <param name="Tags">The tags.</param>
/// <param name="Makers">The makers; a shop of one has just that one.</param>
public sealed record Labels(IReadOnlyList<string> Categories, IReadOnlyList<string> Tags, IReadOnlyList<Maker> Makers);

/// <summary>Finds categories, tags and makers, to suggest and to filter by.</summary>
public sealed class LabelsQuery(AppDb db)
{
    private const int Most = 200;

    /// <summary>Categories and tags of products that are not put away, and all makers.</summary>
    public async Task<Labels> RunAsync(CancellationToken cancel)
    {
        var products = db.Products.Where(product => product.Status != ProductStatus.Retired);
        var tags = db.ProductTags.Where(tag => products.Any(product => product.Id == tag.ProductId));
        var together = db.AskTogether();
        var categories = together.Ask(() => products.Where(product => product.CategoryKey != null).GroupBy(product => product.CategoryKey!)
            .OrderBy(same => same.Key).Take(Most).Select(same => same.Min(product => product.Category)!).ToListAsync(cancel));
        var words = together.Ask(() => tags.GroupBy(tag => tag.Key).OrderBy(same => same.Key).Take(Most).Select(same => same.Min(tag => tag.Tag)!).ToListAsync(cancel));
        var makers = together.Ask(() => db.Makers.AsNoTracking().OrderBy(maker => maker.Name).ThenBy(maker => maker.Id).ToListAsync(cancel));
        await together.RunAsync(cancel);
        return new Labels(await categories, await words, await makers);
    }
}
