using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Bench;

/// <summary>Variants with a year of movements each as rows: every tenth brings pieces in, the others take one out.</summary>
internal sealed class StockRows
{
    private const int InEvery = 10;
    private const int Categories = 24;
    private const int TagsInUse = 60;
    private readonly ShopFacts shop;
    private readonly Guid place;
    private readonly DateTimeOffset now;

    public StockRows(ShopFacts shop, Guid place, DateTimeOffset now, int first, int count, int movements)
    {
        (this.shop, this.place, this.now) = (shop, place, now);
        for (var i = first; i < first + count; i++) Add(i, movements);
    }

    public List<Product> Products { get; } = [];

    public List<ProductTag> Tags { get; } = [];

    public List<Variant> Variants { get; } = [];

    public List<StockMovement> Movements { get; } = [];

    public List<StockLevel> Levels { get; } = [];

    public List<PlaceLevel> Places { get; } = [];

    private void Add(int number, int movements)
    {
        var product = new Product { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = $"Piece number {number}", Category = $"Kind {number % Categories}", CreatedAt = now.AddYears(-1).AddSeconds(number), CreatedThrough = Through.System };
        var variant = new Variant { Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = product.Id, Sku = $"S-{number}", Price = 1200 }.FoundBy(product.Name);
        var level = new StockLevel { ShopId = shop.Id, VariantId = variant.Id, Since = shop.Zone.DayOf(now.AddYears(-1)) };
        for (var i = 0; i < movements; i++) Move(level, now.AddDays(i - 1.0 - (7.0 * (movements - i))).AddSeconds(number % 3600), i % InEvery == 0 ? 20 : -1, 400 + (number % 100) + i);
        Products.Add(product);
        foreach (var tag in new[] { $"tag {number % TagsInUse}", $"tag {number / 7 % TagsInUse}" }.Distinct())
            Tags.Add(new ProductTag { ShopId = shop.Id, ProductId = product.Id, Tag = tag, Key = Product.KeyOf(tag) });
        Variants.Add(variant);
        Levels.Add(level);
        Places.Add(new PlaceLevel { ShopId = shop.Id, VariantId = variant.Id, LocationId = place, OnHand = level.OnHand });
    }

    private void Move(StockLevel level, DateTimeOffset at, long quantity, long unitCost)
    {
        var (isIn, cost) = (quantity > 0, quantity * unitCost);
        var worth = isIn ? level.Receive(quantity, cost) : level.Issue(-quantity);
        level.Moved(isIn, at);
        Movements.Add(new StockMovement
        {
            Id = Guid.CreateVersion7(at), ShopId = shop.Id, VariantId = level.VariantId, LocationId = place, Quantity = quantity, Cost = isIn ? cost : null, Value = worth.Value, TrueUp = worth.TrueUp,
            Reason = isIn ? StockReason.Received : StockReason.Damaged, At = at, Day = shop.Zone.DayOf(at), RecordedAt = now, RecordedThrough = Through.System,
        });
    }
}
