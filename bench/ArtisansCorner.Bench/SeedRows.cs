using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Bench;

/// <summary>Two years of one shop as rows: sales of 2.1 lines on average, 40 pieces, four buyers for ten sales, a fee each, 2 % given back.</summary>
internal sealed class SeedRows
{
    private const int Pieces = 40;
    private const int DaysOfShop = 730;
    private static readonly string[] Places = ["Etsy", "Own site", "Shopify", "Fair"];
    private readonly Guid shopId;
    private readonly ShopFacts shop;
    private readonly Random random;
    private readonly DateTimeOffset now;
    private readonly DateTimeOffset start;
    private readonly HashSet<DateOnly> days = [];
    private int sold;

    public SeedRows(ShopFacts shop, DateTimeOffset now, Random random, int sales)
    {
        (this.shop, shopId, this.now, this.random) = (shop, shop.Id, now, random);
        Channels = [.. Places.Select(name => new Channel { Id = Guid.CreateVersion7(), ShopId = shopId, Name = name, Key = Channel.KeyOf(name) })];
        start = now.AddDays(1 - DaysOfShop);
        Products = [.. Enumerable.Range(1, Pieces).Select(i => new Product { Id = Guid.CreateVersion7(), ShopId = shopId, Name = $"Piece number {i}", CreatedAt = start, CreatedThrough = Through.System })];
        Variants = [.. Products.Select((product, i) => new Variant { Id = Guid.CreateVersion7(), ShopId = shopId, ProductId = product.Id, Sku = $"P-{i}", Price = 1200 + (i * 150) }.FoundBy(product.Name))];
        Levels = [.. Variants.Select((variant, i) => new StockLevel { ShopId = shopId, VariantId = variant.Id, OnHand = 1000 + i, Value = 400_000, BaseOnHand = 1000 + i, BaseValue = 400_000, Since = shop.Zone.DayOf(start) })];
        Customers = [.. Enumerable.Range(1, Math.Max(20, sales * 4 / 10)).Select(i => BuyerOf(i, start))];
    }

    public List<Channel> Channels { get; }

    public List<Product> Products { get; }

    public List<Variant> Variants { get; }

    public List<StockLevel> Levels { get; }

    public List<Customer> Customers { get; }

    public List<Sale> Sales { get; } = [];

    public List<SaleLine> Lines { get; } = [];

    public List<Fee> Fees { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<RefundLine> RefundLines { get; } = [];

    /// <summary>The days of all sales made so far.</summary>
    public IReadOnlyCollection<DateOnly> Days => days;

    /// <summary>Puts so many further sales, on any of the days, in the place of those before.</summary>
    public void Sell(int sales)
    {
        Sales.Clear();
        Lines.Clear();
        Fees.Clear();
        Refunds.Clear();
        RefundLines.Clear();
        for (var i = 0; i < sales; i++) Sell(sold++, start.AddDays(random.NextDouble() * (DaysOfShop - 1)));
    }

    private Customer BuyerOf(int number, DateTimeOffset at)
    {
        var email = $"buyer{number}@example.com";
        return new Customer
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, Name = $"Buyer {number}", Email = email, EmailKey = email, Country = "GB",
            Search = Customer.SearchOf($"Buyer {number}", email, null), CreatedAt = at,
        };
    }

    private void Sell(int number, DateTimeOffset at)
    {
        var (id, day, channel) = (Guid.CreateVersion7(), shop.Zone.DayOf(at), Channels[random.Next(Channels.Count)]);
        // 1, 2, 3 or 4 lines: 2.1 on average.
        var count = random.Next(100) switch { < 35 => 1, < 65 => 2, < 90 => 3, _ => 4 };
        var mine = Enumerable.Range(0, count).Select(i => LineOf(id, day, i, random.Next(Pieces))).ToList();
        var customer = random.Next(100) < 80 ? Customers[random.Next(Customers.Count)] : null;
        var gross = mine.Sum(line => line.Gross);
        days.Add(day);
        Lines.AddRange(mine);
        Sales.Add(new Sale
        {
            Id = id, ShopId = shopId, ChannelId = channel.Id, ExternalId = $"N-{number}", SoldAt = at, Day = day, Hour = (byte)shop.Zone.LocalOf(at).Hour, CustomerId = customer?.Id,
            Units = mine.Sum(line => line.Quantity), Gross = gross, Shipping = 395, CostOfGoods = mine.Sum(line => line.Cost), Summary = SaleLines.Summarize(mine.Select(line => (line.Title, line.Quantity))),
            Search = $"n-{number}", RecordedAt = now, RecordedThrough = Through.System,
        });
        Fees.Add(new Fee { Id = Guid.CreateVersion7(), ShopId = shopId, SaleId = id, ChannelId = channel.Id, Type = "transaction", Amount = gross / 20, Day = day });
        if (random.Next(100) < 2) GiveBack(Sales[^1], mine[0]);
    }

    private SaleLine LineOf(Guid sale, DateOnly day, int ordinal, int piece)
    {
        var quantity = random.Next(4) == 0 ? 2 : 1;
        return new SaleLine
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, SaleId = sale, Ordinal = ordinal + 1, Day = day, VariantId = Variants[piece].Id, Title = Products[piece].Name,
            Quantity = quantity, UnitPrice = Variants[piece].Price, Gross = Variants[piece].Price * quantity, Cost = 400 * quantity,
        };
    }

    private void GiveBack(Sale sale, SaleLine line)
    {
        var refund = new Refund
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, SaleId = sale.Id, ChannelId = sale.ChannelId, Kind = RefundKind.Refund, CustomerId = sale.CustomerId, RefundedAt = sale.SoldAt, Day = sale.Day,
            Units = line.Quantity, Goods = line.Net, CostOfGoods = line.Cost, Restocked = true, RecordedAt = now, RecordedThrough = Through.System,
        };
        Refunds.Add(refund);
        RefundLines.Add(new RefundLine
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, RefundId = refund.Id, SaleLineId = line.Id, Day = sale.Day, VariantId = line.VariantId, Title = line.Title,
            Quantity = line.Quantity, Amount = line.Net, Cost = line.Cost,
        });
    }
}
