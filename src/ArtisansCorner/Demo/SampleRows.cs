using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Demo;

/// <summary>The sample year as rows. Amounts are minor units of the shop's currency.</summary>
internal sealed class SampleRows
{
    private readonly ShopFacts shop;
    private readonly IReadOnlyDictionary<string, Channel> channels;
    private readonly DateTimeOffset now;
    private readonly long unit;
    private readonly SampleStock stock;
    private readonly List<Product> products = [];
    private readonly List<ProductTag> tags = [];
    private readonly List<Variant> variants = [];
    private readonly Dictionary<int, Customer> customers = [];
    private readonly List<Sale> sales = [];
    private readonly List<SaleLine> lines = [];
    private readonly List<Refund> refunds = [];
    private readonly List<RefundLine> refundLines = [];
    private readonly List<Fee> fees = [];

    public SampleRows(ShopFacts shop, Guid location, IReadOnlyDictionary<string, Channel> channels, DateTimeOffset now)
    {
        (this.shop, this.channels, this.now) = (shop, channels, now);
        unit = UnitOf(shop.Currency);
        foreach (var piece in SampleCatalog.Pieces) AddProduct(piece);
        stock = new SampleStock(shop.Id, location, [.. variants.Select(variant => variant.Id)], [.. SampleCatalog.Pieces.Select(piece => Minor(piece.Cost))], now);
    }

    public IReadOnlyList<StockLevel> Levels { get; private set; } = [];

    public IEnumerable<DateOnly> Days => sales.Select(sale => sale.Day).Concat(refunds.Select(refund => refund.Day)).Distinct();

    public int SalesCount => sales.Count;

    /// <summary>How many minor units a pound of the sample is: a mug of 26 pounds is one of 3,900 yen, not of 26.</summary>
    public static long UnitOf(Currency currency) => currency.Decimals == 0 ? 150 : currency.MinorPerMajor;

    /// <summary>Makes every row of the year.</summary>
    public void Tell()
    {
        var year = new SampleYear(shop.Zone.LocalOf(now), unit);
        foreach (var order in year.Orders()) AddSale(order);
        var today = shop.Zone.DayOf(now);
        foreach (var (index, piece) in SampleCatalog.Pieces.Index())
        {
            if (piece.LeftToday is { } left) stock.Count(index, left, now, today);
            else stock.TopUp(index, variants[index].Threshold!.Value, now.AddDays(-1), today.AddDays(-1));
        }

        Levels = [.. stock.Levels()];
    }

    /// <summary>Writes them, each kind after those it points to.</summary>
    public async Task InsertAsync(AppDb db, CancellationToken cancel)
    {
        await db.Engine.InsertAsync(db, products, cancel);
        await db.Engine.InsertAsync(db, tags, cancel);
        await db.Engine.InsertAsync(db, variants, cancel);
        await db.Engine.InsertAsync(db, customers.Values, cancel);
        await db.Engine.InsertAsync(db, sales, cancel);
        await db.Engine.InsertAsync(db, lines, cancel);
        await db.Engine.InsertAsync(db, refunds, cancel);
        await db.Engine.InsertAsync(db, refundLines, cancel);
        await db.Engine.InsertAsync(db, fees, cancel);
        await db.Engine.InsertAsync(db, stock.Movements, cancel);
        await db.Engine.InsertAsync(db, Levels, cancel);
        await db.Engine.InsertAsync(db, stock.Places().ToList(), cancel);
    }

    private void AddProduct(SamplePiece piece)
    {
        var product = new Product { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = piece.Name, Category = piece.Category, CreatedAt = now.AddDays(-365), CreatedThrough = Through.Demo };
        products.Add(product);
        tags.AddRange((piece.Tags ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(tag => new ProductTag { ShopId = shop.Id, ProductId = product.Id, Tag = tag, Key = Product.KeyOf(tag) }));
        variants.Add(new Variant { Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = product.Id, Sku = piece.Sku, Price = Minor(piece.Price), Threshold = piece.Batch / 5 }.FoundBy(piece.Name));
    }

    private void AddSale(SampleOrder order)
    {
        var (at, id) = (shop.Zone.InstantOf(order.At), Guid.CreateVersion7());
        var (day, channel) = (DateOnly.FromDateTime(order.At), channels[order.Channel]);
        var mine = new List<(SaleLine Line, int Piece)>();
        var gross = order.Lines.Select(line => variants[line.Piece].Price * line.Quantity).ToArray();
        var discount = gross.Sum() * order.PercentOff / 100;
        var shares = LargestRemainder.Split(discount, gross);
        foreach (var (index, (piece, quantity)) in order.Lines.Index())
        {
            var sold = stock.Sell(piece, quantity, at, day, id);
            mine.Add((new SaleLine
            {
                Id = sold.Id, ShopId = shop.Id, SaleId = id, Ordinal = index + 1, Day = day, VariantId = variants[piece].Id, Title = SampleCatalog.Pieces[piece].Name,
                Quantity = quantity, UnitPrice = variants[piece].Price, Gross = gross[index], OrderDiscountShare = shares[index], Cost = -sold.Value,
            }, piece));
        }

        var customer = order.Customer is { } number ? CustomerOf(number, at) : null;
        var summary = SaleLines.Summarize(mine.Select(line => (line.Line.Title, line.Line.Quantity)));
        var sale = new Sale
        {
            Id = id, ShopId = shop.Id, ChannelId = channel.Id, ExternalId = order.Number, SoldAt = at, Day = day, Hour = (byte)order.At.Hour, CustomerId = customer?.Id,
            Units = mine.Sum(line => line.Line.Quantity), Gross = gross.Sum(), Discounts = discount, OrderDiscount = discount,
            Shipping = order.Shipping, ShippingDiscount = order.FreeShipping ? order.Shipping : 0, MarketplaceTax = order.MarketplaceTaxed ? (gross.Sum() - discount) * 8 / 100 : 0,
            CostOfGoods = mine.Sum(line => line.Line.Cost), Summary = summary, Search = SearchText.Of(order.Number, summary, customer?.Name, customer?.Email),
            RecordedAt = now, RecordedThrough = Through.Demo,
        };
        sales.Add(sale);
        lines.AddRange(mine.Select(line => line.Line));
        AddFees(sale, order.Channel);
        if (order.Cancelled) AddRefund(sale, mine, at.AddHours(3), RefundKind.Cancellation);
        else if (order.RefundedAfterDays is { } days) AddRefund(sale, mine[..1], at.AddDays(days), RefundKind.Refund);
    }

    private void AddFees(Sale sale, string channel)
    {
        var paid = sale.Total;
        (string Type, long Amount)[] kept = channel switch
        {
            "Etsy" => [("transaction", paid * 65 / 1000), ("payment processing", paid * 4 / 100 + unit / 5), ("listing", unit * 16 / 100)],
            "Shopify" => [("payment processing", paid * 2 / 100 + unit / 4)],
            "Own site" => [("payment processing", paid * 15 / 1000 + unit / 5)],
            _ => [("card", paid * 175 / 10000)],
        };
        fees.AddRange(kept.Select(fee => new Fee { Id = Guid.CreateVersion7(), ShopId = shop.Id, SaleId = sale.Id, ChannelId = sale.ChannelId, Type = fee.Type, Amount = fee.Amount, Day = sale.Day }));
    }

    private void AddRefund(Sale sale, IReadOnlyList<(SaleLine Line, int Piece)> parts, DateTimeOffset at, RefundKind kind)
    {
        if (at > now) return;
        var (day, id, all) = (shop.Zone.DayOf(at), Guid.CreateVersion7(), kind == RefundKind.Cancellation);
        refunds.Add(new Refund
        {
            Id = id, ShopId = shop.Id, SaleId = sale.Id, ChannelId = sale.ChannelId, Kind = kind, CustomerId = sale.CustomerId, RefundedAt = at, Day = day,
            Units = parts.Sum(line => line.Line.Quantity), Goods = parts.Sum(line => line.Line.Net), Shipping = all ? sale.Shipping - sale.ShippingDiscount : 0,
            MarketplaceTax = all ? sale.MarketplaceTax : 0, CostOfGoods = parts.Sum(line => line.Line.Cost), Restocked = true, RecordedAt = now, RecordedThrough = Through.Demo,
        });
        foreach (var (line, piece) in parts)
        {
            var back = stock.Return(piece, line, at, day, id);
            refundLines.Add(new RefundLine
            {
                Id = back.Id, ShopId = shop.Id, RefundId = id, SaleLineId = line.Id, Day = day, VariantId = line.VariantId, Title = line.Title,
                Quantity = line.Quantity, Amount = line.Net, Cost = line.Cost,
            });
        }
    }

    private Customer CustomerOf(int number, DateTimeOffset at)
    {
        // A day's orders are told by the hour, so that a buyer may come before one with a smaller number.
        if (customers.TryGetValue(number, out var known)) return known;
        var (first, last) = (SampleCatalog.FirstNames[number * 7 % SampleCatalog.FirstNames.Length], SampleCatalog.LastNames[number * 11 % SampleCatalog.LastNames.Length]);
        var (country, city, postcode) = SampleCatalog.Places[number * 5 % SampleCatalog.Places.Length];
        var email = $"{SearchText.Of(first)}.{number}@example.com";
        var customer = new Customer
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = $"{first} {last}", Email = email, EmailKey = email, Country = country, City = city, Postcode = postcode,
            Search = Customer.SearchOf($"{first} {last}", email, null), CreatedAt = at,
        };
        customers.Add(number, customer);
        return customer;
    }

    private long Minor(decimal major) => (long)(major * unit);
}
