using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Writes products of a file inside the transaction that is open: makes new ones, completes those that are here, counts pieces where that was chosen.</summary>
internal sealed class WriteItems(AppDb db, CurrentShop shop, CodeItems code, ChangeProduct change, StockLedger ledger, TimeProvider time)
{
    /// <summary>Writes them; what is here is known by then.</summary>
    public async Task RunAsync(IReadOnlyList<DraftItem> items, DraftCodes codes, ImportChoices choices, Guid importId, CancellationToken cancel)
    {
        await code.RunAsync(items, codes, cancel);
        if (choices.AddMakers) await AddMakersAsync(items, importId, cancel);
        await MakeAsync([.. items.Where(item => item.Presence == Presence.New)], importId, cancel);
        foreach (var item in items.Where(item => item.Presence == Presence.Here && (item.Completes || (choices.AddMakers && item.MakerId is not null) || (choices.UpdatePrices && item.Variants.Exists(HasOtherPrice))))) await CompleteAsync(item, choices, importId, cancel);
        if (choices.TakeStock) await CountAsync(items, importId, cancel);
    }

    /// <summary>Whether the file asks another price than the catalog.</summary>
    public static bool HasOtherPrice(DraftVariant variant) => variant is { PriceHere: { } here, Price: { } price } && here != price;

    private async Task AddMakersAsync(IReadOnlyList<DraftItem> items, Guid importId, CancellationToken cancel)
    {
        var known = (await db.Makers.AsNoTracking().ToListAsync(cancel)).Select(maker => SearchText.Of(maker.Name)).ToHashSet(StringComparer.Ordinal);
        List<Maker> made = [];
        foreach (var same in items.Where(item => item is { Maker: not null, MakerId: null }).GroupBy(item => SearchText.Of(item.Maker)).Where(same => !known.Contains(same.Key)))
        {
            made.Add(new Maker { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = same.First().Maker! });
            foreach (var item in same) item.MakerId = made[^1].Id;
        }

        if (made.Count == 0) return;
        db.Makers.AddRange(made);
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        import.Plan = (plan with { AlsoMade = [.. plan.AlsoMade, .. made.Select(maker => maker.Id)] }).ToJson();
        await db.SaveChangesAsync(cancel);
    }

    private async Task MakeAsync(IReadOnlyList<DraftItem> items, Guid importId, CancellationToken cancel)
    {
        if (items.Count == 0) return;
        var now = time.GetUtcNow();
        List<Product> products = [];
        List<ProductTag> tags = [];
        List<Variant> variants = [];
        foreach (var item in items)
        {
            var product = new Product
            {
                Id = ImportedId.Of(importId, item.Row), ShopId = shop.Id, Name = item.Name, Category = item.Category, Status = item.Status ?? ProductStatus.Active, Description = item.Description, MakerId = item.MakerId, ImportId = importId,
                CreatedAt = now, CreatedBy = shop.Actor.UserId, CreatedThrough = Through.Import,
            };
            products.Add(product);
            tags.AddRange(new NewProduct(item.Name, null, Tags: item.Tags).TagsOf(product));
            foreach (var (index, variant) in item.Variants.Index())
            {
                // Shown in the order of their ids, which is the file's.
                var row = new Variant
                {
                    Id = Guid.CreateVersion7(now.AddMilliseconds(index)), ShopId = shop.Id, ProductId = product.Id, Title = variant.Title, Sku = variant.Sku!, Barcode = variant.Barcode,
                    Price = variant.Price ?? 0, Threshold = variant.Threshold,
                }.FoundBy(product.Name);
                variants.Add(row);
                (variant.VariantId, variant.ProductId) = (row.Id, product.Id);
            }
        }

        await db.Engine.InsertAsync(db, products, cancel);
        await db.Engine.InsertAsync(db, tags, cancel);
        await db.Engine.InsertAsync(db, variants, cancel);
    }

    // The variants of one product of the file may be choices of several products here, as sheets of sales know each code for itself.
    private async Task CompleteAsync(DraftItem item, ImportChoices choices, Guid importId, CancellationToken cancel)
    {
        var home = item.Variants.First(variant => variant.ProductId is not null).ProductId!.Value;
        foreach (var mine in item.Variants.GroupBy(variant => variant.ProductId ?? home))
        {
            // One that has no room for more, as with hundreds of choices, stays as it is.
            await change.WriteAsync(mine.Key, null, now => Completed(now, item, [.. mine], choices), importId, cancel);
        }

        foreach (var variant in item.Variants.Where(variant => variant.VariantId is null))
        {
            var key = Variant.KeyOf(variant.Sku!);
            variant.VariantId = await db.Variants.Where(row => row.SkuKey == key).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);
        }
    }

    private static NewProduct Completed(ProductState now, DraftItem item, IReadOnlyList<DraftVariant> mine, ImportChoices choices)
    {
        var input = now.ToInput();
        var known = mine.Where(variant => variant.VariantId is not null).ToDictionary(variant => variant.VariantId!.Value);
        return input with
        {
            Category = now.Category ?? item.Category ?? "",
            Description = now.Description ?? item.Description ?? "",
            MakerId = now.MakerId ?? item.MakerId,
            Tags = now.Tags.Count > 0 ? now.Tags : item.Tags,
            Variants =
            [
                .. input.Variants!.Select(row => known.TryGetValue(row.Id!.Value, out var variant) ? Completed(row, variant, choices) : row),
                .. mine.Where(variant => variant.VariantId is null).Select(variant => new NewVariant(variant.Sku, variant.Price ?? 0, variant.Threshold, variant.Title, variant.Barcode)),
            ],
        };
    }

    private static NewVariant Completed(NewVariant row, DraftVariant variant, ImportChoices choices) => row with
    {
        Price = (choices.UpdatePrices || row.Price == 0) && variant.Price is { } price ? price : row.Price,
        Threshold = row.Threshold ?? variant.Threshold,
        Barcode = string.IsNullOrEmpty(row.Barcode) ? variant.Barcode ?? "" : row.Barcode,
    };

    private async Task CountAsync(IReadOnlyList<DraftItem> items, Guid importId, CancellationToken cancel)
    {
        var (now, day) = (time.GetUtcNow(), shop.Facts.Zone.DayOf(time.GetUtcNow()));
        var asked = items.SelectMany(item => item.Variants).Where(variant => variant is { Quantity: >= 0, VariantId: not null, IsUncounted: true }).ToList();
        var ids = asked.ConvertAll(variant => variant.VariantId!.Value);
        var counted = (await db.StockLevels.Where(level => ids.Contains(level.VariantId)).Select(level => level.VariantId).ToListAsync(cancel)).ToHashSet();
        await ledger.MoveAsync(
            [.. asked.Where(variant => !counted.Contains(variant.VariantId!.Value)).Select(variant =>
                new NewMovement(variant.VariantId!.Value, variant.Quantity!.Value, StockReason.Counted, now, day, importId, Cost: variant.UnitCost * variant.Quantity))],
            cancel);
    }
}
