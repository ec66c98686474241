using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>What people took out of products and materials: a file does not put it in again, for leaving something empty is a correction too.</summary>
internal sealed class LeftEmpty
{
    private readonly HashSet<(Guid Owner, string Field)> fields = [];

    private LeftEmpty()
    {
    }

    /// <summary>What people took out of these products, whatever became of it since.</summary>
    public static async Task<LeftEmpty> OfAsync(AppDb db, IReadOnlyCollection<Guid> productIds, CancellationToken cancel)
    {
        var left = new LeftEmpty();
        if (productIds.Count == 0) return left;
        // What an import completed and an undo of it took out again was nobody's decision about the field.
        var changes = db.ProductChanges.AsNoTracking().Where(change => productIds.Contains(change.ProductId) && (change.Through == Through.Page || change.Through == Through.Api));
        await foreach (var change in changes.Select(change => new { change.ProductId, change.Before, change.After }).AsAsyncEnumerable().WithCancellation(cancel))
            left.Add(change.ProductId, ProductState.FromJson(change.Before), ProductState.FromJson(change.After));
        return left;
    }

    /// <summary>Takes out of a product of a file what people took out of one of those that it is here.</summary>
    public void TakeOutOf(DraftItem item)
    {
        foreach (var product in item.Variants.Select(variant => variant.ProductId).OfType<Guid>().Distinct())
        {
            if (Has(product, nameof(ProductState.Category))) item.Category = null;
            if (Has(product, nameof(ProductState.Description))) item.Description = null;
            if (Has(product, nameof(ProductState.MakerId))) item.MakerId = null;
            if (Has(product, nameof(ProductState.Tags))) item.Tags = [];
        }

        foreach (var variant in item.Variants.Where(variant => variant.VariantId is not null))
        {
            if (Has(variant.VariantId!.Value, nameof(VariantItem.Barcode))) variant.Barcode = null;
            if (Has(variant.VariantId!.Value, nameof(VariantItem.Threshold))) variant.Threshold = null;
        }
    }

    /// <summary>Takes out of a material of a file what people took out of the one that it is here.</summary>
    public void TakeOutOf(DraftMaterial material, Guid productId)
    {
        if (Has(productId, nameof(ProductState.Category))) material.Category = null;
        if (Has(material.VariantId!.Value, nameof(VariantItem.Threshold))) material.Threshold = null;
    }

    private bool Has(Guid owner, string field) => fields.Contains((owner, field));

    private void Add(Guid productId, ProductState before, ProductState after)
    {
        AddIf(before.Category is not null && after.Category is null, productId, nameof(ProductState.Category));
        AddIf(before.Description is not null && after.Description is null, productId, nameof(ProductState.Description));
        AddIf(before.MakerId is not null && after.MakerId is null, productId, nameof(ProductState.MakerId));
        AddIf(before.Tags.Count > 0 && after.Tags.Count == 0, productId, nameof(ProductState.Tags));
        foreach (var (was, now) in before.Variants.Join(after.Variants, was => was.Id, now => now.Id, (was, now) => (was, now)))
        {
            AddIf(was.Barcode is not null && now.Barcode is null, now.Id, nameof(VariantItem.Barcode));
            AddIf(was.Threshold is not null && now.Threshold is null, now.Id, nameof(VariantItem.Threshold));
        }
    }

    private void AddIf(bool isEmptied, Guid owner, string field)
    {
        if (isEmptied) fields.Add((owner, field));
    }
}
