using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What the filters of a slice are called, for the chips that take them off again.</summary>
public sealed class SliceNames(AppDb db)
{
    /// <summary>Each filter in a few words, and the slice without it.</summary>
    public async Task<IReadOnlyList<(string Label, SaleSlice Without)>> RunAsync(SaleSlice slice, CancellationToken cancel)
    {
        var names = new List<(string, SaleSlice)>();
        if (slice.Channel is not null) names.Add((slice.Channel, slice with { Channel = null }));
        if (slice.Product is { } product)
            names.Add((await db.Products.Where(one => one.Id == product).Select(one => one.Name).FirstOrDefaultAsync(cancel) ?? "Unknown product", slice with { Product = null }));
        if (slice.Variant is { } variant)
            names.Add((await db.Variants.Where(one => one.Id == variant).Select(one => one.Sku).FirstOrDefaultAsync(cancel) ?? "Unknown code", slice with { Variant = null }));
        if (slice.Maker is { } maker)
            names.Add((await db.Makers.Where(one => one.Id == maker).Select(one => one.Name).FirstOrDefaultAsync(cancel) ?? "Unknown maker", slice with { Maker = null }));
        if (slice.Country is not null) names.Add((Country.TryOf(slice.Country)?.Name ?? slice.Country, slice with { Country = null }));
        if (slice.Buyers is { } buyers) names.Add((buyers == Buyers.New ? "New buyers" : "Returning buyers", slice with { Buyers = null }));
        if (slice.Customer is { } customer)
            names.Add((await db.Customers.Where(one => one.Id == customer).Select(one => one.Name ?? one.Email).FirstOrDefaultAsync(cancel) ?? "One customer", slice with { Customer = null }));
        return names;
    }
}
