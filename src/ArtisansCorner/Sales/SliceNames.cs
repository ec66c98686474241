using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What the values of a slice's filters are called, for the chips that take them off again.</summary>
public sealed class SliceNames(AppDb db)
{
    private sealed record Named(Guid Id, string? Name);

    /// <summary>Each value in a few words, and the slice without it.</summary>
    public async Task<IReadOnlyList<(string Label, SaleSlice Without)>> RunAsync(SaleSlice slice, CancellationToken cancel) =>
    [
        .. Chips(slice.Channel, name => name, less => slice with { Channel = less }),
        .. await ChipsAsync(slice.Location, ids => db.Locations.Where(one => ids.Contains(one.Id)).Select(one => new Named(one.Id, one.Name)), "Unknown place", less => slice with { Location = less }, cancel),
        .. await ChipsAsync(slice.Product, ids => db.Products.Where(one => ids.Contains(one.Id)).Select(one => new Named(one.Id, one.Name)), "Unknown product", less => slice with { Product = less }, cancel),
        .. await ChipsAsync(slice.Variant, ids => db.Variants.Where(one => ids.Contains(one.Id)).Select(one => new Named(one.Id, one.Sku)), "Unknown code", less => slice with { Variant = less }, cancel),
        .. await ChipsAsync(slice.Maker, ids => db.Makers.Where(one => ids.Contains(one.Id)).Select(one => new Named(one.Id, one.Name)), "Unknown maker", less => slice with { Maker = less }, cancel),
        .. Chips(slice.Category, name => name, less => slice with { Category = less }),
        .. Chips(slice.Tag, name => name, less => slice with { Tag = less }),
        .. Chips(slice.Country, Country.NameOf, less => slice with { Country = less }),
        .. Chips(slice.Region, name => name, less => slice with { Region = less }),
        .. Chips(slice.Buyers, WordsOf, less => slice with { Buyers = less }),
        .. Chips(slice.Group, group => $"Group: {CustomerGroupWords.Of(group)}", less => slice with { Group = less }),
        .. await ChipsAsync(slice.Customer, ids => db.Customers.Where(one => ids.Contains(one.Id)).Select(one => new Named(one.Id, one.Name ?? one.Email)), "One customer", less => slice with { Customer = less }, cancel),
    ];

    /// <summary>What a kind of buyers is called.</summary>
    public static string WordsOf(Buyers buyers) => buyers == Buyers.New ? "New buyers" : "Returning buyers";

    private static IEnumerable<(string, SaleSlice)> Chips<T>(Chosen<T> chosen, Func<T, string> nameOf, Func<Chosen<T>, SaleSlice> with)
        where T : notnull => chosen.Values.Select(value => (nameOf(value), with(chosen.Without(value))));

    private static async Task<IEnumerable<(string, SaleSlice)>> ChipsAsync(
        Chosen<Guid> chosen, Func<IReadOnlyList<Guid>, IQueryable<Named>> find, string unknown, Func<Chosen<Guid>, SaleSlice> with, CancellationToken cancel)
    {
        if (chosen.IsEmpty) return [];
        var names = await find(chosen.Values).ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        return Chips(chosen, id => names.GetValueOrDefault(id) ?? unknown, with);
    }
}
