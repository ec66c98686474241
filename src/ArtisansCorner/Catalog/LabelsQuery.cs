using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>The categories and tags that a shop has used, each in one of its spellings, by name.</summary>
/// <param name="Categories">The categories.</param>
/// <param name="Tags">The tags.</param>
public sealed record Labels(IReadOnlyList<string> Categories, IReadOnlyList<string> Tags);

/// <summary>Finds categories and tags, to suggest and to filter by.</summary>
public sealed class LabelsQuery(AppDb db)
{
    private const int Most = 200;

    /// <summary>Those of products that are not put away.</summary>
    public async Task<Labels> RunAsync(CancellationToken cancel)
    {
        var products = db.Products.Where(product => product.Status != ProductStatus.Retired);
        var tags = db.ProductTags.Where(tag => products.Any(product => product.Id == tag.ProductId));
        var together = db.AskTogether();
        var categories = together.Ask(() => products.Where(product => product.CategoryKey != null).GroupBy(product => product.CategoryKey!)
            .OrderBy(same => same.Key).Take(Most).Select(same => same.Min(product => product.Category)!).ToListAsync(cancel));
        var words = together.Ask(() => tags.GroupBy(tag => tag.Key).OrderBy(same => same.Key).Take(Most).Select(same => same.Min(tag => tag.Tag)!).ToListAsync(cancel));
        await together.RunAsync(cancel);
        return new Labels(await categories, await words);
    }
}
