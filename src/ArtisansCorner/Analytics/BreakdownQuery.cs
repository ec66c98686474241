using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>One row of figures held side by side.</summary>
/// <param name="Key">What it is of: an id, a category, a tag, a country, a region, new or returning, a group; nothing for what is not known.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Its figures; distinct customers are not counted here.</param>
/// <param name="Slice">The slice that shows its facts alone; nothing for what is not known.</param>
public sealed record BreakdownRow(string? Key, string Name, Figures Figures, SaleSlice? Slice);

/// <summary>Holds the figures of a range side by side: by channel, place, product, variant, maker, category, tag, country, region, kind of buyer or group of customers.</summary>
public sealed class BreakdownQuery(AppDb db, Answers answers)
{
    private const int NoGroup = -1;

    private sealed record Question(Dimension By, Period Range, Scope Scope);

    private sealed record SumsOf(Dimension By, Period Days, Scope Scope);

    private readonly record struct Name(string Text, SaleSlice? Slice, string? Key = null);

    /// <summary>The rows, by net sales. Those of one sale with pieces in several rows count it in each; sums of money add up, but by tag: a piece with several tags is in the row of each.</summary>
    public ValueTask<IReadOnlyList<BreakdownRow>> RunAsync(Dimension by, Period range, Scope scope, CancellationToken cancel) =>
        answers.AskAsync(new Question(by, range, scope), token => WorkAsync(by, range, scope, token), rows => 3 * rows.Count, cancel);

    private async Task<IReadOnlyList<BreakdownRow>> WorkAsync(Dimension by, Period range, Scope scope, CancellationToken cancel)
    {
        var rows = by switch
        {
            Dimension.Channel => await RowsAsync(ByChannel, by, range, scope, ids => ChannelsAsync(ids, scope.Slice, cancel), cancel),
            Dimension.Location => await RowsAsync(await ByLocationAsync(cancel), by, range, scope, ids => LocationsAsync(ids, scope.Slice, cancel), cancel),
            Dimension.Variant => await RowsAsync(ByVariant, by, range, scope, ids => VariantsAsync(ids, scope.Slice, cancel), cancel),
            Dimension.Product => await RowsAsync(ByProduct, by, range, scope, ids => ProductsAsync(ids, scope.Slice, cancel), cancel),
            Dimension.Maker => await RowsAsync(ByMaker, by, range, scope, ids => MakersAsync(ids, scope.Slice, cancel), cancel),
            Dimension.Category => await RowsAsync(ByCategory, by, range, scope, keys => CategoriesAsync(keys, scope.Slice, cancel), cancel, "No category"),
            Dimension.Tag => await RowsAsync(ByTag, by, range, scope, keys => TagsAsync(keys, scope.Slice, cancel), cancel, "No tag"),
            Dimension.Country => await RowsAsync(ByCountry, by, range, scope, names => Places(names, name => new Name(Country.NameOf(name), scope.Slice with { Country = Chosen.One(name) })), cancel),
            Dimension.Region => await RowsAsync(ByRegion, by, range, scope, names => Places(names, name => new Name(name, scope.Slice with { Region = Chosen.One(name) })), cancel),
            Dimension.Group => await RowsAsync(ByGroup, by, range, scope, groups => Groups(groups, scope.Slice), cancel, "No group"),
            _ => await BuyersAsync(range, scope, cancel),
        };
        return [.. rows.OrderByDescending(row => row.Figures.NetSales).ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    private IQueryable<Keyed<Guid>> ByChannel(Period range, Scope scope) => Facts.Of(db, range, scope).Select(fact => new Keyed<Guid> { Key = fact.ChannelId, Fact = fact });

    private IQueryable<Keyed<Guid>> ByVariant(Period range, Scope scope) => Facts.OfPieces(db, range, scope).Select(fact => new Keyed<Guid> { Key = fact.VariantId, Fact = fact });

    private IQueryable<Keyed<Guid>> ByProduct(Period range, Scope scope) => Facts.OfPieces(db, range, scope)
        .LeftJoin(db.Variants, fact => fact.VariantId, variant => variant.Id, (fact, variant) => new Keyed<Guid> { Key = variant == null ? Guid.Empty : variant.ProductId, Fact = fact });

    private IQueryable<Keyed<Guid>> ByMaker(Period range, Scope scope) => ByProduct(range, scope)
        .LeftJoin(db.Products, piece => piece.Key, product => product.Id, (piece, product) => new Keyed<Guid> { Key = product == null ? Guid.Empty : product.MakerId ?? Guid.Empty, Fact = piece.Fact });

    // A sale that names no place came from the usual one; a refund or a fee that names no sale came from none that is known.
    private async Task<Func<Period, Scope, IQueryable<Keyed<Guid>>>> ByLocationAsync(CancellationToken cancel)
    {
        var usual = await db.Locations.Where(place => place.IsDefault).Select(place => place.Id).FirstOrDefaultAsync(cancel);
        return (range, scope) => Facts.Of(db, range, scope)
            .LeftJoin(db.Sales, fact => fact.OfSaleId, sale => sale.Id, (fact, sale) => new Keyed<Guid> { Key = sale == null ? Guid.Empty : sale.LocationId ?? usual, Fact = fact });
    }

    private IQueryable<Keyed<string>> ByCategory(Period range, Scope scope) => ByProduct(range, scope)
        .LeftJoin(db.Products, piece => piece.Key, product => product.Id, (piece, product) => new Keyed<string> { Key = product == null ? "" : product.CategoryKey ?? "", Fact = piece.Fact });

    // Where tags are chosen, what a piece is found under besides is nobody's question.
    private IQueryable<Keyed<string>> ByTag(Period range, Scope scope)
    {
        var chosen = scope.Slice.Tag.Values.Select(Product.KeyOf).ToList();
        var tags = chosen.Count == 0 ? db.ProductTags : db.ProductTags.Where(tag => chosen.Contains(tag.Key));
        return ByProduct(range, scope).LeftJoin(tags, piece => piece.Key, tag => tag.ProductId, (piece, tag) => new Keyed<string> { Key = tag == null ? "" : tag.Key, Fact = piece.Fact });
    }

    private IQueryable<Keyed<string>> ByCountry(Period range, Scope scope) => Facts.Of(db, range, scope)
        .LeftJoin(db.Customers, fact => fact.CustomerId, customer => customer.Id, (fact, customer) => new Keyed<string> { Key = customer == null ? "" : customer.Country ?? "", Fact = fact });

    private IQueryable<Keyed<string>> ByRegion(Period range, Scope scope) => Facts.Of(db, range, scope)
        .LeftJoin(db.Customers, fact => fact.CustomerId, customer => customer.Id, (fact, customer) => new Keyed<string> { Key = customer == null ? "" : customer.Region ?? "", Fact = fact });

    private IQueryable<Keyed<int>> ByGroup(Period range, Scope scope) => Facts.Of(db, range, scope)
        .LeftJoin(db.CustomerScores, fact => fact.CustomerId, score => score.CustomerId, (fact, score) => new Keyed<int> { Key = score == null ? NoGroup : (int)score.Group, Fact = fact });

    private async Task<List<BreakdownRow>> RowsAsync<TKey>(
        Func<Period, Scope, IQueryable<Keyed<TKey>>> facts, Dimension by, Period range, Scope scope, Func<List<TKey>, Task<Dictionary<TKey, Name>>> nameAsync, CancellationToken cancel, string unknown = "Not known")
        where TKey : notnull
    {
        // Where pieces came from is asked of the sale that a refund or a fee is of, which may be of another month.
        var months = await answers.AskByMonthAsync(
            range, scope.IsByMonth && by != Dimension.Location, days => new SumsOf(by, days, scope), (days, token) => SumsAsync(facts(days, scope), token), sums => 1 + sums.Count, cancel);
        var sums = months.SelectMany(month => month).GroupBy(sum => sum.Key, (key, some) => new KeyedTotals<TKey> { Key = key, Totals = some.Aggregate(default(Totals), (all, sum) => all + sum.Totals) })
            .Where(sum => sum.Totals != default).ToList();
        var names = await nameAsync([.. sums.Select(sum => sum.Key)]);
        return
        [
            .. sums.Select(sum => names.TryGetValue(sum.Key, out var name)
                ? new BreakdownRow(name.Key ?? sum.Key.ToString(), name.Text, new Figures(sum.Totals, default), name.Slice)
                : new BreakdownRow(null, unknown, new Figures(sum.Totals, default), null)),
        ];
    }

    // A sale is of one month, so the distinct sales of months may be added.
    private static async Task<List<KeyedTotals<TKey>>> SumsAsync<TKey>(IQueryable<Keyed<TKey>> facts, CancellationToken cancel)
    {
        List<KeyedTotals<TKey>> sums = [];
        await foreach (var sum in FactSums.By(facts).WithCancellation(cancel))
        {
            if (sum.Totals != default) sums.Add(sum);
        }

        return sums;
    }

    private async Task<List<BreakdownRow>> BuyersAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var rows = new List<BreakdownRow>();
        var rest = await TotalsAsync(range, scope, cancel);
        foreach (var buyers in Enum.GetValues<Buyers>().Where(buyers => scope.Slice.Buyers.Fits(buyers)))
        {
            var slice = scope.Slice with { Buyers = Chosen.One(buyers) };
            var totals = await TotalsAsync(range, scope with { Slice = slice }, cancel);
            rest -= totals;
            rows.Add(new BreakdownRow(buyers.ToString().ToLowerInvariant(), SliceNames.WordsOf(buyers), new Figures(totals, default), slice));
        }

        if (rest != default) rows.Add(new BreakdownRow(null, "Buyer not known", new Figures(rest, default), null));
        return [.. rows.Where(row => row.Figures.Totals != default)];
    }

    private async Task<Totals> TotalsAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var totals = default(Totals);
        await foreach (var sum in FactSums.By(Facts.Of(db, range, scope).Select(fact => new Keyed<DateOnly> { Key = fact.Day, Fact = fact })).WithCancellation(cancel)) totals += sum.Totals;
        return totals;
    }

    private Task<Dictionary<Guid, Name>> ChannelsAsync(List<Guid> ids, SaleSlice slice, CancellationToken cancel) =>
        db.Channels.Where(channel => ids.Contains(channel.Id)).ToDictionaryAsync(channel => channel.Id, channel => new Name(channel.Name, slice with { Channel = Chosen.One(channel.Name) }), cancel);

    private Task<Dictionary<Guid, Name>> LocationsAsync(List<Guid> ids, SaleSlice slice, CancellationToken cancel) =>
        db.Locations.Where(place => ids.Contains(place.Id)).ToDictionaryAsync(place => place.Id, place => new Name(place.Name, slice with { Location = Chosen.One(place.Id) }), cancel);

    private Task<Dictionary<Guid, Name>> ProductsAsync(List<Guid> ids, SaleSlice slice, CancellationToken cancel) =>
        db.Products.Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => new Name(product.Name, slice with { Product = Chosen.One(product.Id) }), cancel);

    private async Task<Dictionary<Guid, Name>> VariantsAsync(List<Guid> ids, SaleSlice slice, CancellationToken cancel)
    {
        var rows = await db.Variants.Where(variant => ids.Contains(variant.Id))
            .Join(db.Products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.Title, product.Name }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => new Name(row.Title.Length == 0 ? row.Name : $"{row.Name}, {row.Title}", slice with { Variant = Chosen.One(row.Id) }));
    }

    private Task<Dictionary<Guid, Name>> MakersAsync(List<Guid> ids, SaleSlice slice, CancellationToken cancel) =>
        db.Makers.Where(maker => ids.Contains(maker.Id)).ToDictionaryAsync(maker => maker.Id, maker => new Name(maker.Name, slice with { Maker = Chosen.One(maker.Id) }), cancel);

    private Task<Dictionary<string, Name>> CategoriesAsync(List<string> keys, SaleSlice slice, CancellationToken cancel) =>
        db.Products.Where(product => product.CategoryKey != null && keys.Contains(product.CategoryKey)).GroupBy(product => product.CategoryKey!)
            .Select(same => new { same.Key, Text = same.Min(product => product.Category)! })
            .ToDictionaryAsync(one => one.Key, one => new Name(one.Text, slice with { Category = Chosen.One(one.Text) }), cancel);

    private Task<Dictionary<string, Name>> TagsAsync(List<string> keys, SaleSlice slice, CancellationToken cancel) =>
        db.ProductTags.Where(tag => keys.Contains(tag.Key)).GroupBy(tag => tag.Key)
            .Select(same => new { same.Key, Text = same.Min(tag => tag.Tag)! })
            .ToDictionaryAsync(one => one.Key, one => new Name(one.Text, slice with { Tag = Chosen.One(one.Text) }), cancel);

    private static Task<Dictionary<int, Name>> Groups(List<int> keys, SaleSlice slice) => Task.FromResult(keys.Where(key => key != NoGroup).ToDictionary(
        key => key, key => new Name(CustomerGroupWords.Of((CustomerGroup)key), slice with { Group = Chosen.One((CustomerGroup)key) }, EnumWords.Of((CustomerGroup)key))));

    private static Task<Dictionary<string, Name>> Places(List<string> names, Func<string, Name> nameOf) =>
        Task.FromResult(names.Where(name => name.Length > 0).ToDictionary(name => name, nameOf));
}
