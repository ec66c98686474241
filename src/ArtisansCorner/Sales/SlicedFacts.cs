using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Sales;

/// <summary>The facts that are in a slice: the one place that says what each filter means, for lists and for figures.</summary>
public static class SlicedFacts
{
    /// <summary>Sales in the slice; where pieces are asked for, those with at least one such piece.</summary>
    public static IQueryable<Sale> SalesIn(this AppDb db, SaleSlice slice)
    {
        var sales = db.OrdersIn(slice);
        if (!slice.IsOfPieces) return sales;
        var lines = db.PiecesIn(slice);
        return sales.Where(sale => lines.Any(line => line.SaleId == sale.Id));
    }

    /// <summary>Lines of sales in the slice.</summary>
    public static IQueryable<SaleLine> LinesIn(this AppDb db, SaleSlice slice)
    {
        var lines = db.PiecesIn(slice);
        if (!slice.IsOfOrders) return lines;
        var sales = db.OrdersIn(slice);
        return lines.Where(line => sales.Any(sale => sale.Id == line.SaleId));
    }

    /// <summary>Refunds in the slice, by the sale they are of, and by channel and buyer also where that is not known.</summary>
    public static IQueryable<Refund> RefundsIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Refund> refunds = db.Refunds;
        if (!slice.Channel.IsEmpty)
        {
            var channels = db.ChannelsIn(slice);
            refunds = refunds.Where(refund => channels.Any(channel => channel.Id == refund.ChannelId));
        }

        if (slice.IsOfCustomers)
        {
            var customers = db.CustomersIn(slice);
            refunds = refunds.Where(refund => customers.Any(customer => customer.Id == refund.CustomerId));
        }

        if (!slice.IsOfSales) return refunds;
        var sales = db.SalesFrom(slice);
        return refunds.Where(refund => sales.Any(sale => sale.Id == refund.SaleId));
    }

    /// <summary>Lines of refunds in the slice.</summary>
    public static IQueryable<RefundLine> RefundLinesIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<RefundLine> lines = db.RefundLines;
        if (slice.IsOfPieces)
        {
            var variants = db.VariantsIn(slice);
            lines = lines.Where(line => variants.Any(variant => variant.Id == line.VariantId));
        }

        if (!slice.IsOfOrders) return lines;
        var refunds = db.RefundsIn(slice);
        return lines.Where(line => refunds.Any(refund => refund.Id == line.RefundId));
    }

    /// <summary>Fees in the slice: by their channel, and by the sale they were kept of where more is asked.</summary>
    public static IQueryable<Fee> FeesIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Fee> fees = db.Fees;
        if (!slice.Channel.IsEmpty)
        {
            var channels = db.ChannelsIn(slice);
            fees = fees.Where(fee => channels.Any(channel => channel.Id == fee.ChannelId));
        }

        var ofBuyers = slice with { Channel = default };
        if (!ofBuyers.IsOfOrders) return fees;
        var sales = db.OrdersIn(ofBuyers);
        return fees.Where(fee => sales.Any(sale => sale.Id == fee.SaleId));
    }

    /// <summary>What came and cost pieces that had left before more, or less, than was thought: of what is sold, and of no order in particular.</summary>
    public static IQueryable<StockMovement> TrueUpsIn(this AppDb db, SaleSlice slice)
    {
        var variants = db.VariantsIn(slice);
        var movements = db.StockMovements.Where(movement => movement.TrueUp != 0 && variants.Any(variant => variant.Id == movement.VariantId));
        return slice.IsOfOrders ? movements.Where(_ => false) : movements;
    }

    private static IQueryable<Sale> OrdersIn(this AppDb db, SaleSlice slice)
    {
        var sales = db.SalesFrom(slice);
        if (!slice.Channel.IsEmpty)
        {
            var channels = db.ChannelsIn(slice);
            sales = sales.Where(sale => channels.Any(channel => channel.Id == sale.ChannelId));
        }

        if (!slice.IsOfCustomers) return sales;
        var customers = db.CustomersIn(slice);
        return sales.Where(sale => customers.Any(customer => customer.Id == sale.CustomerId));
    }

    private static IQueryable<Sale> SalesFrom(this AppDb db, SaleSlice slice)
    {
        var sales = db.SalesBy(slice.Buyers);
        if (slice.Location.IsEmpty) return sales;
        // A sale that names no place came from the usual one.
        var (chosen, usual) = (slice.Location.Values, db.Locations.Where(place => place.IsDefault));
        return sales.Where(sale => sale.LocationId == null ? usual.Any(place => chosen.Contains(place.Id)) : chosen.Contains(sale.LocationId.Value));
    }

    private static IQueryable<Sale> SalesBy(this AppDb db, Chosen<Buyers> buyers)
    {
        IQueryable<Sale> sales = db.Sales;
        return buyers.Values switch
        {
            [] => sales,
            [Buyers.New] => db.Sales.Where(sale => sale.CustomerId != null && !sales.Any(earlier => earlier.CustomerId == sale.CustomerId && earlier.Day < sale.Day)),
            [Buyers.Returning] => db.Sales.Where(sale => sale.CustomerId != null && sales.Any(earlier => earlier.CustomerId == sale.CustomerId && earlier.Day < sale.Day)),
            _ => db.Sales.Where(sale => sale.CustomerId != null),
        };
    }

    private static IQueryable<SaleLine> PiecesIn(this AppDb db, SaleSlice slice)
    {
        if (!slice.IsOfPieces) return db.SaleLines;
        var variants = db.VariantsIn(slice);
        return db.SaleLines.Where(line => variants.Any(variant => variant.Id == line.VariantId));
    }

    private static IQueryable<Variant> VariantsIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Variant> variants = db.Variants;
        var chosen = slice.Variant.Values;
        if (chosen.Count > 0) variants = variants.Where(variant => chosen.Contains(variant.Id));
        if (!slice.IsOfProducts) return variants;
        var products = db.ProductsIn(slice);
        return variants.Where(variant => products.Any(product => product.Id == variant.ProductId));
    }

    private static IQueryable<Product> ProductsIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Product> products = db.Products;
        var (chosen, makers) = (slice.Product.Values, slice.Maker.Values);
        if (chosen.Count > 0) products = products.Where(product => chosen.Contains(product.Id));
        if (makers.Count > 0) products = products.Where(product => product.MakerId != null && makers.Contains(product.MakerId.Value));
        var (categories, tags) = (slice.Category.Values.Select(Product.KeyOf).ToList(), slice.Tag.Values.Select(Product.KeyOf).ToList());
        if (categories.Count > 0) products = products.Where(product => product.CategoryKey != null && categories.Contains(product.CategoryKey));
        if (tags.Count == 0) return products;
        var tagged = db.ProductTags.Where(tag => tags.Contains(tag.Key));
        return products.Where(product => tagged.Any(tag => tag.ProductId == product.Id));
    }

    private static IQueryable<Channel> ChannelsIn(this AppDb db, SaleSlice slice)
    {
        var keys = slice.Channel.Values.Select(Channel.KeyOf).ToList();
        return db.Channels.Where(channel => keys.Contains(channel.Key));
    }

    private static IQueryable<Customer> CustomersIn(this AppDb db, SaleSlice slice)
    {
        IQueryable<Customer> customers = db.Customers;
        var (chosen, countries, regions) = (slice.Customer.Values, slice.Country.Values, slice.Region.Values);
        if (chosen.Count > 0) customers = customers.Where(customer => chosen.Contains(customer.Id));
        if (countries.Count > 0) customers = customers.Where(customer => customer.Country != null && countries.Contains(customer.Country));
        if (regions.Count > 0) customers = customers.Where(customer => customer.Region != null && regions.Contains(customer.Region));
        var groups = slice.Group.Values;
        if (groups.Count == 0) return customers;
        var scores = db.CustomerScores.Where(score => groups.Contains(score.Group));
        return customers.Where(customer => scores.Any(score => score.CustomerId == customer.Id));
    }
}
