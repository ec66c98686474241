using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Catalog;

/// <summary>What is changed of several products at once; what is not said stays.</summary>
/// <param name="ProductIds">Which, up to 500.</param>
/// <param name="Category">Their category; empty: none.</param>
/// <param name="AddTags">Tags they get.</param>
/// <param name="RemoveTags">Tags they lose.</param>
/// <param name="Status">How they are offered.</param>
/// <param name="PricePercent">By how many percent each price goes up, or down below zero; rounded to the minor unit, half away from zero.</param>
/// <param name="Threshold">At or under how many each variant is low.</param>
/// <param name="MakerId">Whose work they are; the id of nothing but zeros: nobody's.</param>
public sealed record ProductsChange(
    IReadOnlyList<Guid>? ProductIds, string? Category = null, IReadOnlyList<string>? AddTags = null, IReadOnlyList<string>? RemoveTags = null,
    ProductStatus? Status = null, decimal? PricePercent = null, long? Threshold = null, Guid? MakerId = null);

/// <summary>Several products that were changed together.</summary>
/// <param name="BatchId">By which all of it is undone.</param>
/// <param name="Changed">How many are different now.</param>
public sealed record ProductsChanged(Guid BatchId, int Changed);

/// <summary>Changes several products in one transaction: all of them or none.</summary>
public sealed class ChangeProducts(ChangeProduct change)
{
    /// <summary>How many at once.</summary>
    public const int Most = 500;

    private const decimal LeastPercent = -100;
    private const decimal MostPercent = 1000;

    /// <summary>What was changed, or why nothing was.</summary>
    public async Task<Outcome<ProductsChanged>> RunAsync(ProductsChange input, CancellationToken cancel)
    {
        if (Check(input) is { } problem) return problem;
        var (batch, changed) = (Guid.CreateVersion7(), 0);
        var done = await change.RunAsync(
            async () =>
            {
                changed = 0;
                foreach (var id in input.ProductIds!.Distinct().Order())
                {
                    var written = await change.WriteAsync(id, null, now => Changed(now, input), batch, cancel);
                    if (!written.Succeeded) return written;
                    if (written.Value != id) changed++;
                }

                return batch;
            },
            cancel);
        return done.Succeeded ? new ProductsChanged(batch, changed) : done.Problems.ToList();
    }

    private static Problem? Check(ProductsChange input)
    {
        if (input.ProductIds is null or { Count: 0 }) return new("products_missing", "Which products?", "ProductIds");
        if (input.ProductIds.Count > Most) return new("too_many_products", $"Up to {Most} products at once.", "ProductIds");
        if (input.PricePercent is < LeastPercent or > MostPercent) return new("percent_out_of_range", $"From {LeastPercent} to {MostPercent} percent.", "PricePercent");
        if (input.AddTags?.Any(string.IsNullOrWhiteSpace) == true) return new("tag_missing", "A tag is a word or a few.", "AddTags");
        if (input.RemoveTags?.Any(string.IsNullOrWhiteSpace) == true) return new("tag_missing", "A tag is a word or a few.", "RemoveTags");
        return input with { ProductIds = null } == new ProductsChange(null) ? new("nothing_to_change", "What should change?") : null;
    }

    private static NewProduct Changed(ProductState now, ProductsChange input)
    {
        var gone = (input.RemoveTags ?? []).Select(Product.KeyOf).ToHashSet();
        return now.ToInput() with
        {
            Category = input.Category ?? now.Category ?? "",
            Tags = [.. now.Tags.Where(tag => !gone.Contains(Product.KeyOf(tag))).Concat(input.AddTags ?? []).DistinctBy(Product.KeyOf)],
            Status = input.Status ?? now.Status,
            MakerId = input.MakerId ?? now.MakerId ?? Guid.Empty,
            Variants = [.. now.ToInput().Variants!.Select(variant => variant with { Price = Raised(variant.Price, input.PricePercent), Threshold = input.Threshold ?? variant.Threshold })],
        };
    }

    private static long Raised(long price, decimal? percent) =>
        percent is { } by ? (long)decimal.Round(price * (100 + by) / 100, 0, MidpointRounding.AwayFromZero) : price;
}
