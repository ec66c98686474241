using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Tests.Analytics;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>The words of a search, found anywhere in names, titles and codes as if each item were looked at.</summary>
public abstract class FoundAnywhereTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : FoundAnywhereTests(app)
    {
        [Fact]
        public async Task An_update_that_makes_the_table_anew_and_a_packed_file_leave_no_item_that_is_not_found()
        {
            await using var mine = app.Another();
            var shop = await mine.OpenShopAsync();
            var old = await AddAsync(shop, "Speckled jug");
            await SayAsync(shop, $"DROP TRIGGER \"VariantsSearchAnywhereAdded\"");
            var unseen = await AddAsync(shop, "Speckled bowl");
            await SayAsync(shop, $"VACUUM");
            await using var next = await mine.FurtherServerAsync();
            var late = await AddAsync(shop, "Speckled plate");
            Assert.Equal([late, unseen, old], await FindAsync(shop, "peckle"));
        }

        private static Task<int> SayAsync(TestShop shop, FormattableString sql) =>
            shop.InsideAsync(services => services.GetRequiredService<AppDb>().Database.ExecuteSqlAsync(sql, TestContext.Current.CancellationToken));
    }

    public sealed class OnPostgres(AppOnPostgres app) : FoundAnywhereTests(app);

    private static readonly Gen<string> Words = Gen.String[Gen.OneOf(Gen.Char["ab"], Gen.Char["äß\"'% *é"]), 0, 9];

    [Fact]
    public async Task After_any_changes_a_search_finds_what_has_each_of_its_words() =>
        await Gen.Select(Gen.Select(Gen.Int[0, 3], Gen.Int[0, 99], Words).Array[1, 40], Words.Array[8]).SampleAsync(
            async (changes, searches) =>
            {
                var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
                Dictionary<Guid, string> there = [];
                foreach (var (what, which, name) in changes)
                {
                    var chosen = there.Keys.Order().ElementAtOrDefault(there.Count == 0 ? 0 : which % there.Count);
                    if (what < 2 || there.Count == 0) there.Add(await AddAsync(shop, name), name);
                    else if (what == 2) await RenameAsync(shop, chosen, there[chosen] = name);
                    else await RemoveAsync(shop, chosen, there);
                }

                foreach (var search in searches)
                {
                    var words = SearchText.WordsOf(search);
                    Guid[] expected = [.. there.Where(one => words.All(word => SearchText.Of(one.Value, SkuOf(one.Key)).Contains(word, StringComparison.Ordinal))).Select(one => one.Key).OrderDescending()];
                    Assert.Equal(expected, await FindAsync(shop, search));
                    Assert.Equal(expected.Order(), (await FindProductsAsync(shop, search)).Order());
                }
            },
            iter: 12);

    [Fact]
    public async Task Words_of_very_many_items_find_the_latest_and_the_next()
    {
        var shop = await app.OpenShopAsync();
        Guid[] ids = [.. Enumerable.Range(0, 1_200).Select(_ => Guid.CreateVersion7()).Order()];
        await RandomShop.ChangeAsync(shop, db =>
        {
            foreach (var id in ids) Add(db, shop, id, "Blue mug");
        });
        Assert.Equal(ids.Reverse().Take(50), await FindAsync(shop, "blue mug"));
        await RemoveAsync(shop, ids[^1], []);
        Assert.Equal(ids.Reverse().Skip(1).Take(50), await FindAsync(shop, "ue ug"));
    }

    protected static async Task<Guid> AddAsync(TestShop shop, string name)
    {
        var id = Guid.CreateVersion7();
        await RandomShop.ChangeAsync(shop, db => Add(db, shop, id, name));
        return id;
    }

    private static string SkuOf(Guid id) => $"{id:N}";

    private static void Add(AppDb db, TestShop shop, Guid id, string name)
    {
        var product = new ArtisansCorner.Catalog.Product { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = name, CreatedAt = DateTimeOffset.UnixEpoch, CreatedThrough = Through.System };
        db.Products.Add(product);
        db.Variants.Add(new Variant { Id = id, ShopId = shop.Id, ProductId = product.Id, Sku = SkuOf(id) }.FoundBy(name));
    }

    private static Task<bool> RenameAsync(TestShop shop, Guid id, string name) => RandomShop.ChangeAsync(shop, db => db.Variants.Single(variant => variant.Id == id).FoundBy(name));

    private static async Task RemoveAsync(TestShop shop, Guid id, Dictionary<Guid, string> there)
    {
        await RandomShop.ChangeAsync(shop, db => db.Variants.Remove(db.Variants.Single(variant => variant.Id == id)));
        there.Remove(id);
    }

    protected static Task<List<Guid>> FindAsync(TestShop shop, string search) => shop.InsideAsync(async services =>
        (await services.GetRequiredService<StockQueries>().ListAsync(new StockFilter(search), null, 50, TestContext.Current.CancellationToken)).Items.Select(item => item.VariantId).ToList());

    private static Task<List<Guid>> FindProductsAsync(TestShop shop, string search) => shop.InsideAsync(async services =>
        (await services.GetRequiredService<ProductQueries>().ListAsync(search, null, null, 50, TestContext.Current.CancellationToken)).Items.SelectMany(product => product.Variants).Select(variant => variant.Id).ToList());
}
