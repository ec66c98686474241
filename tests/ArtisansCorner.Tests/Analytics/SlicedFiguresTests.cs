using ArtisansCorner.Analytics;
using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Analytics;

public abstract class SlicedFiguresTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SlicedFiguresTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SlicedFiguresTests(app);

    // Which values of a filter are chosen, a bit for each; most often none.
    private static readonly Gen<int> Filter = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 7]).Select((often, bits) => often == 0 ? bits : 0);

    private static readonly Gen<(int, int, int, int, int, int, (int, int, int, int), int)> Filters =
        Gen.Select(Filter, Filter, Filter, Filter, Filter, Filter, Gen.Select(Filter, Filter, Filter, Filter), Gen.Int[0, 1]);

    [Fact]
    public async Task After_any_history_the_figures_of_any_filters_equal_the_facts_they_leave()
    {
        // Today is amid the history: what earlier days of the running month brought is remembered apart from the latest.
        await using var mine = app.Another();
        mine.Time.Set(new DateTimeOffset(History.Start.AddDays(25), new TimeOnly(12, 0), TimeSpan.Zero));
        await Gen.Select(RandomShop.Happenings, Filters.Array[4]).SampleAsync(
            async (happenings, filters) =>
            {
                var world = await World.MakeAsync(mine);
                var ranges = happenings.Take(2).Select(one => new Period(History.Start.AddDays(Math.Min(one.Day, one.Much)), History.Start.AddDays(Math.Max(one.Day, one.Much))))
                    .Append(new Period(History.Start.AddDays(-1), History.Start.AddDays(70))).ToList();
                // What was remembered of the first half is asked again after the second.
                foreach (var half in happenings.Chunk((happenings.Length + 1) / 2))
                {
                    var days = new List<DateOnly>();
                    await RandomShop.ChangeAsync(world.Shop, world.History, () =>
                    {
                        foreach (var (what, which, day, much) in half) days.AddRange(RandomShop.Happen(world.History, what, which, day, much, world.Channels, world.Customers, world.Variants, world.Fair));
                    });
                    await RandomShop.RebuildAsync(world.Shop, days);
                    foreach (var scope in filters.Select(world.ScopeOf))
                    {
                        foreach (var range in ranges) await world.IsExactAsync(range, scope);
                    }
                }
            },
            iter: 3);
    }

    /// <summary>A shop with two makers, two products of three variants, four customers in three countries, and a history.</summary>
    private sealed record World(TestShop Shop, History History, List<Guid> Channels, List<Guid> Customers, List<Guid> Variants, List<Guid> Products, List<Guid> Makers)
    {
        public Guid Usual { get; } = Guid.CreateVersion7();

        public Guid Fair { get; } = Guid.CreateVersion7();

        private static readonly string[] Places = ["GB", "NZ", "IE"];
        private static readonly string[] Regions = ["Wales", "Otago"];
        private static readonly string[] Categories = ["Bowls", "Plates", "Mugs"];
        private static readonly string[] Tags = ["gift", "blue"];
        private static readonly CustomerGroup[] Groups = [CustomerGroup.Champions, CustomerGroup.AtRisk, CustomerGroup.Prospect];
        private static readonly string[] ChannelNames = ["Etsy", "Fair"];

        public static async Task<World> MakeAsync(App app)
        {
            var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
            var world = new World(shop, new History(shop.Id), await RandomShop.MakeChannelsAsync(shop), Ids(4), Ids(3), Ids(2), Ids(2));
            await RandomShop.ChangeAsync(shop, db =>
            {
                db.Makers.AddRange(world.Makers.Select(id => new Maker { Id = id, ShopId = shop.Id, Name = "Ada" }));
                db.Locations.Add(new Location { Id = world.Usual, ShopId = shop.Id, Name = "Studio", NameKey = "studio", IsDefault = true });
                db.Locations.Add(new Location { Id = world.Fair, ShopId = shop.Id, Name = "Fair", NameKey = "fair" });
                db.Products.AddRange(world.Products.Select((id, i) => new ArtisansCorner.Catalog.Product
                {
                    Id = id, ShopId = shop.Id, Name = "Mug", MakerId = world.Makers[i], Category = Categories[2 - i * 2], CreatedAt = DateTimeOffset.UnixEpoch, CreatedThrough = Through.System,
                }));
                // The first product has both tags, the second has one.
                db.ProductTags.AddRange(world.Products.SelectMany((id, i) => Tags.Skip(i).Select(tag => new ProductTag { ShopId = shop.Id, ProductId = id, Tag = tag, Key = tag })));
                db.Variants.AddRange(world.Variants.Select((id, i) => new Variant { Id = id, ShopId = shop.Id, ProductId = world.Products[i % 2], Sku = $"MUG-{i}" }));
                db.Customers.AddRange(world.Customers.Select((id, i) => new Customer { Id = id, ShopId = shop.Id, Country = Places[i % 3], Region = Regions[i % 2], CreatedAt = DateTimeOffset.UnixEpoch }));
                // The last of them has no group yet.
                db.CustomerScores.AddRange(world.Customers.Take(3).Select((id, i) => new CustomerScore { ShopId = shop.Id, CustomerId = id, Recency = 1, Frequency = 1, Monetary = 1, Group = Groups[i % 2] }));
            });
            return world;
        }

        public Scope ScopeOf((int Channel, int Product, int Variant, int Maker, int Country, int Region, (int Labels, int Buyers, int Group, int Location) More, int Returns) chosen) => new(
            new SaleSlice(
                Channel: Some(ChannelNames, chosen.Channel), Location: Some([Usual, Fair], chosen.More.Location), Product: Some(Products, chosen.Product), Variant: Some(Variants, chosen.Variant), Maker: Some(Makers, chosen.Maker),
                Category: Some(Categories, chosen.More.Labels & 4), Tag: Some(Tags, chosen.More.Labels & 3),
                Country: Some(Places, chosen.Country), Region: Some(Regions, chosen.Region), Buyers: Some(Enum.GetValues<Buyers>(), chosen.More.Buyers),
                Group: Some(Groups, chosen.More.Group)),
            (ReturnsOn)chosen.Returns);

        private static Chosen<T> Some<T>(IReadOnlyList<T> values, int bits)
            where T : notnull => Chosen.Of(values.Where((_, i) => (bits >> i & 1) == 1));

        public Task<bool> IsExactAsync(Period range, Scope scope) => Shop.InsideAsync(async services =>
        {
            var cancel = TestContext.Current.CancellationToken;
            var expected = FiguresOf(range, scope);
            var summary = await services.GetRequiredService<SummaryQuery>().RunAsync(range, Comparison.None, scope, cancel);
            Assert.Equal(expected, summary.Current);
            var series = await services.GetRequiredService<SeriesQuery>().RunAsync(range, Bucket.Week, Comparison.None, scope, cancel);
            Assert.All(series.Points, point => Assert.Equal(FiguresOf(point.Days, scope), point.Figures));
            foreach (var by in Enum.GetValues<Dimension>())
            {
                var rows = await services.GetRequiredService<BreakdownQuery>().RunAsync(by, range, scope, cancel);
                if (by != Dimension.Tag)
                {
                    Assert.Equal(expected.NetSales, rows.Sum(row => row.Figures.NetSales));
                    Assert.Equal(expected.CostOfGoods, rows.Sum(row => row.Figures.CostOfGoods));
                }

                // Each row is what its own filter shows; a fee that names no sale is of no buyer.
                foreach (var row in rows.Where(row => row.Slice is not null && by is not (Dimension.Country or Dimension.Region or Dimension.Group)))
                    Assert.Equal(FiguresOf(range, scope with { Slice = row.Slice! }).Totals, row.Figures.Totals);
            }

            var shown = await services.GetRequiredService<SaleListQuery>().RunAsync(new SaleFilter(range.From, range.To, scope.Slice, null, null), null, 200, cancel);
            Assert.Equal(expected.Orders, shown.Items.Count);
            foreach (var metric in LedgerQuery.Sums) await IsSumOfItsRowsAsync(services.GetRequiredService<LedgerQuery>(), metric, expected, range, scope, cancel);
            return true;
        });

        private static async Task IsSumOfItsRowsAsync(LedgerQuery ledger, Metric metric, Figures expected, Period range, Scope scope, CancellationToken cancel)
        {
            List<LedgerEntry> rows = [];
            Cursor? after = null;
            do
            {
                var page = await ledger.RunAsync(range, scope, metric, after, 9, cancel);
                rows.AddRange(page.Items);
                after = Cursor.Parse(page.Next);
            }
            while (after is not null);
            Assert.Equal(metric.Of(expected), rows.Sum(row => metric.Of(row.Figures)));
            Assert.Equal(rows.Count, rows.DistinctBy(row => row.Id).Count());
            Assert.Equal(rows.OrderByDescending(row => row.Day).Select(row => row.Day), rows.Select(row => row.Day));
            Assert.All(rows, row => Assert.InRange(row.Day, range.From, range.To));
        }

        private Figures FiguresOf(Period range, Scope scope) => History.FiguresOf(
            range, scope, id => id == Channels[0] ? "Etsy" : "Fair", variant => Has(scope.Slice, variant), Usual, id => (Places[Customers.IndexOf(id) % 3], Regions[Customers.IndexOf(id) % 2], Customers.IndexOf(id) is var at and < 3 ? Groups[at % 2] : null));

        private bool Has(SaleSlice slice, Guid? variant)
        {
            if (!slice.IsOfPieces) return true;
            var at = variant is { } id ? Variants.IndexOf(id) : -1;
            return at >= 0 && slice.Variant.Fits(Variants[at]) && slice.Product.Fits(Products[at % 2]) && slice.Maker.Fits(Makers[at % 2])
                && slice.Category.Fits(Categories[2 - at % 2 * 2]) && (slice.Tag.IsEmpty || Tags.Skip(at % 2).Any(slice.Tag.Fits));
        }

        private static List<Guid> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
    }
}
